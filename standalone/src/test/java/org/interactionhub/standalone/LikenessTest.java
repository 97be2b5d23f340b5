package org.interactionhub.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who resembles whom, from the doors of the hub to what it suggests. Every test has names that nobody else has. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LikenessTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger NUMBERS = new AtomicInteger((int) (System.nanoTime() / 1000 % 60_000));
    private static final List<String> LATIN = List.of("ba", "vo", "gu", "de", "zi", "ka", "lo", "mu", "ne", "pi");
    private static final List<String> CYRILLIC = List.of("ба", "во", "гу", "де", "зи", "ка", "ло", "му", "не", "пи");

    private static SharedHub hub;

    @BeforeAll
    static void start() throws Exception {
        hub = SharedHub.get();
    }

    @Test
    void a_name_in_two_alphabets_with_company_and_city_is_suggested_in_words() throws Exception {
        int number = NUMBERS.incrementAndGet();
        String ivanov = "Пётр " + capital(CYRILLIC, number);
        String one = fills(Map.of("name", ivanov, "email", mail(), "Компания", "ООО «Ромашка»", "Город", "Казань"));
        String other = fills(Map.of("name", "Petr " + capital(LATIN, number), "email", mail(), "company",
                "Romashka LLC", "city", "Kazan"));

        JsonNode likeness = suggested(one, other).path("likeness");

        assertThat(said(likeness.path("for"))).contains("name transliterated", "company transliterated",
                "city transliterated");
        assertThat(likeness.path("against")).isEmpty();
        assertThat(page("/clients/" + one + "/compare?other=" + other, "en"))
                .contains("same name in another alphabet: " + ivanov + " / ");
        assertThat(page("/clients/" + one + "/compare?other=" + other, "ru"))
                .contains("то же имя, но другими буквами: " + ivanov + " / ");
        assertThat(page("/suggestions?evidence=likeness", "ru")).contains("то же имя, но другими буквами: ");
    }

    @Test
    void a_legal_form_makes_no_difference() throws Exception {
        int number = NUMBERS.incrementAndGet();
        String one = registers("ООО «" + capital(CYRILLIC, number) + "»");
        String other = registers(capital(LATIN, number) + " LLC");

        assertThat(said(suggested(one, other).path("likeness").path("for"))).containsExactly("name transliterated");
    }

    @Test
    void a_slip_in_the_phone_number_is_found() throws Exception {
        String name = "Анна " + capital(CYRILLIC, NUMBERS.incrementAndGet());
        String phone = "+7916" + (2_000_000 + NUMBERS.get());
        String one = fills(Map.of("name", name, "phone", phone));
        String other = fills(Map.of("name", name, "phone", phone.replace("+79162", "+79126")));

        assertThat(said(suggested(one, other).path("likeness").path("for"))).contains("name same", "phone nearly");
    }

    @Test
    void one_tax_number_in_two_forms_outweighs_names_and_cities_that_differ() throws Exception {
        String tax = "16551" + (10_000 + NUMBERS.incrementAndGet());
        String one = fills(Map.of("name", "Olga", "email", mail(), "ИНН", tax, "city", "Kazan"));
        String other = fills(Map.of("name", "Пётр", "email", mail(), "inn", tax, "city", "Perm"));

        JsonNode likeness = suggested(one, other).path("likeness");

        assertThat(said(likeness.path("for"))).contains("tax-number same");
        assertThat(said(likeness.path("against"))).contains("name different", "city different");
    }

    @Test
    void whoever_was_told_apart_never_comes_back_whatever_arrives_until_that_is_withdrawn() throws Exception {
        int number = NUMBERS.incrementAndGet();
        String one = registers("ООО «" + capital(CYRILLIC, number) + "»");
        String other = registers(capital(LATIN, number) + " LLC");
        suggested(one, other);

        says("/api/clients/" + one + "/distinctions", "{\"other\":\"" + other + "\"}");
        assertThat(suggestions(one)).isEmpty();
        long renamed = says("/api/clients/" + other + "/name", "{\"name\":\"ООО " + capital(CYRILLIC, number) + "\"}")
                .path("position").asLong();
        isComparedUpTo(renamed);
        assertThat(suggestions(one)).isEmpty();
        assertThat(hub.outside().asks("/api/clients/" + one).path("suggestions")).isEmpty();

        says("/api/clients/" + one + "/distinctions/withdraw", "{\"other\":\"" + other + "\"}");
        suggested(one, other);
    }

    @Test
    void whoever_was_merged_vanishes_and_returns_with_the_undo() throws Exception {
        int number = NUMBERS.incrementAndGet();
        String one = registers("ООО «" + capital(CYRILLIC, number) + "»");
        String other = registers(capital(LATIN, number) + " LLC");
        suggested(one, other);

        String merge = says("/api/clients/" + one + "/merges", "{\"other\":\"" + other + "\"}").path("id").asString();
        assertThat(suggestions(one)).isEmpty();
        isComparedUpTo(Long.parseLong(merge));
        assertThat(suggestions(one)).isEmpty();

        says("/api/merges/" + merge + "/undo", "{}");
        JsonNode again = suggested(one, other);
        assertThat(again.path("evidence")).isEmpty();
    }

    @Test
    void who_is_a_processor_and_can_be_built_anew() throws Exception {
        String one = registers("ООО «" + capital(CYRILLIC, NUMBERS.incrementAndGet()) + "»");
        String other = registers(capital(LATIN, NUMBERS.get()) + " LLC");
        JsonNode before = suggested(one, other);

        JsonNode replay = JSON.readTree(post("/api/replays", "{\"projection\":\"likeness\"}").body());

        await().atMost(SOON).untilAsserted(() -> assertThat(hub.outside()
                .asks("/api/replays/" + replay.path("id").asString()).path("state").asString()).isEqualTo("done"));
        assertThat(suggested(one, other)).isEqualTo(before);
    }

    private static JsonNode suggested(String one, String other) {
        return await().atMost(SOON).ignoreExceptions().until(() -> suggestions(one).stream()
                .filter(pair -> List.of(pair.path("client").path("id").asString(),
                        pair.path("other").path("id").asString()).contains(other))
                .findFirst().orElse(null), found -> found != null);
    }

    private static List<JsonNode> suggestions(String client) throws Exception {
        return hub.outside().asks("/api/suggestions?clientId=" + client).path("items").valueStream().toList();
    }

    private static List<String> said(JsonNode evidence) {
        return evidence.valueStream()
                .map(one -> one.path("trait").asString() + " " + one.path("agreement").asString()).toList();
    }

    private static void isComparedUpTo(long position) {
        await().atMost(SOON).untilAsserted(() -> assertThat(hub.outside().asks("/api/processors").path("items")
                .valueStream().filter(one -> one.path("name").asString().equals("likeness"))
                .map(one -> one.path("position").asLong()).findFirst().orElse(0L))
                .isGreaterThanOrEqualTo(position));
    }

    private static String registers(String name) throws Exception {
        return says("/api/clients", "{\"name\":\"" + name + "\"}").path("id").asString();
    }

    /** Whose form it is. */
    private static String fills(Map<String, String> fields) throws Exception {
        String receipt = hub.outside().posts("/intake/forms/website", "application/x-www-form-urlencoded",
                fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")));
        JsonNode recorded = await().atMost(SOON).ignoreExceptions().until(
                () -> hub.outside().asks("/api/receipts/" + receipt), answer -> answer.path("position").asLong() > 0);
        return hub.outside().asks("/api/interactions/" + recorded.path("interactionId").asString() + "?atLeast="
                + recorded.path("position").asLong()).path("clients").path(0).path("id").asString();
    }

    /** What is answered, once the history has it. */
    private static JsonNode says(String path, String body) throws Exception {
        HttpResponse<String> answer = post(path, body);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 201);
        JsonNode said = JSON.readTree(answer.body());
        hub.outside().asks("/api/clients?limit=1&atLeast=" + said.path("position").asLong());
        return said;
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(hub.address() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String page(String path, String language) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(hub.address() + path)).header("Accept-Language", language)
                .build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    /** A word of its own for each number, alike in both alphabets. */
    private static String capital(List<String> syllables, int number) {
        String word = Integer.toString(number).chars().mapToObj(digit -> syllables.get(digit - '0'))
                .collect(Collectors.joining());
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String mail() {
        return "x" + NUMBERS.incrementAndGet() + "y@mail.ru";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
