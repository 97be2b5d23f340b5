package org.interactionhub.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.interactionhub.queries.Company.mail;
import static org.interactionhub.queries.Company.phone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.interactionhub.events.ClientEvent.Kind;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Segments as people and programs ask for them, over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentQuestionsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ContactPoint ANNAS_MAIL = mail("anna@acme.example");
    private static final ContactPoint IVANS_NUMBER = phone("+79161234567");

    private static Company company;
    private static ConfigurableApplicationContext service;
    private static HttpClient http;
    private static String address;
    private static ClientId anna;
    private static ClientId ivan;
    private static ClientId colleague;

    @BeforeAll
    static void start() {
        company = new Company();
        service = new SpringApplicationBuilder(Alone.class).run("--server.port=0",
                "--hub.db.url=" + company.database().jdbcUrl(), "--spring.main.banner-mode=off",
                "--hub.zone=Europe/Moscow");
        address = "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
        http = HttpClient.newHttpClient();
        Instant now = Instant.now();
        anna = company.client("Анна Петрова", ANNAS_MAIL);
        company.mailFrom(ANNAS_MAIL, now.minus(Duration.ofDays(100)), "Котельная", "Сколько стоит?");
        ivan = company.registered(Kind.PROSPECT, "Иван <b>Новый</b>", now, IVANS_NUMBER);
        for (int i = 0; i < 3; i++) {
            company.rings("call " + i, IVANS_NUMBER, now);
            company.answers("call " + i, IVANS_NUMBER, "Ольга", now);
        }
        colleague = company.registered(Kind.EMPLOYEE, "Ольга Орлова", mail("olga@romashka.example"));
        company.mailFrom(mail("olga@romashka.example"), now.minus(Duration.ofDays(100)), "Отпуск", "");
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(ask("/api/clients?atLeast=" + head(), "en").statusCode())
                        .isEqualTo(200));
    }

    @AfterAll
    static void stop() {
        http.shutdownNow();
        service.close();
        company.close();
    }

    @Test
    void a_rule_is_tried_before_anybody_keeps_it() throws IOException, InterruptedException {
        JsonNode found = JSON.readTree(tried("""
                {"rule": {"all": [{"field": "days-since-inbound", "op": "gte", "value": 50},
                                  {"not": {"field": "last-channel", "op": "eq", "value": "phone"}}]}}""").body());

        assertThat(found.get("members").asInt()).isEqualTo(1);
        assertThat(found.at("/clients/0/name").asString()).isEqualTo("Анна Петрова");
        assertThat(found.get("conditions").valueStream().map(JsonNode::asString)).containsExactly(
                "Kind: prospect or client", "Not heard of: at least 50 days", "not (Last channel: phone)");
        assertThat(found.at("/clients/0/clauses/1/sentence").asString())
                .isEqualTo("Not heard of: 100 days; asked for: at least 50 days.");
    }

    @Test
    void what_is_wrong_with_a_rule_is_said_in_a_sentence() throws IOException, InterruptedException {
        assertThat(refusal("{\"field\": \"mood\", \"op\": \"eq\", \"value\": 1}")).startsWith("'mood' is no field;");
        assertThat(refusal("{\"field\": \"rfm\", \"op\": \"eq\", \"value\": \"rich\"}"))
                .startsWith("'rich' is none of those that 'rfm' can be: champions,");
        assertThat(refusal("{\"field\": \"inbound\", \"op\": \"within\", \"value\": 1}"))
                .isEqualTo("'inbound' cannot be asked with 'within'.");
        assertThat(refusal("{\"all\": []}")).isEqualTo("'all' and 'any' hold a list of rules, at least one.");
        assertThat(refusal("{\"some\": 1}")).startsWith("A rule is");
        assertThat(refusal("null")).startsWith("A rule is");
        assertThat(refusal("{\"not\": ".repeat(30) + "1" + "}".repeat(30))).contains("nested more than 20 deep");
    }

    private static String refusal(String rule) throws IOException, InterruptedException {
        HttpResponse<String> answer = tried("{\"rule\": " + rule + "}");
        assertThat(answer.statusCode()).isEqualTo(400);
        return JSON.readTree(answer.body()).get("detail").asString();
    }

    private static HttpResponse<String> tried(String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + "/api/previews/segment?lang=en"))
                        .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void segments_tell_their_rule_as_a_tree_and_in_words_and_how_many_are_in_them() {
        JsonNode segments = get("/api/segments", "en").get("items");

        assertThat(segments.valueStream().map(one -> one.get("name").asString() + " " + one.get("members").asInt()))
                .containsExactly("unanswered 1", "silent 1", "new-this-month 1", "most-contacts 1");
        assertThat(segments.get(1).get("title").asString()).isEqualTo("Gone quiet");
        assertThat(segments.get(1).get("rule").toString()).isEqualTo("""
                {"all":[{"field":"kind","op":"in","value":["prospect","client"]},\
                {"field":"days-since-contact","op":"gte","value":90}]}""");
        assertThat(get("/api/segments/silent?lang=ru", "en").get("conditions").get(1).asString())
                .isEqualTo("Без контактов: не меньше 90 дней");
        assertThat(get("/api/segment-fields", "en").get("items").get(1).toString()).contains("hours-unanswered",
                "working-hours", "number");
    }

    @Test
    void members_say_since_when_how_much_and_why() {
        JsonNode member = get("/api/segments/silent/members", "ru-RU,ru;q=0.9").get("items").get(0);

        assertThat(member.get("id").asString()).isEqualTo(anna.toString());
        assertThat(member.get("figure").asInt()).isEqualTo(100);
        assertThat(member.get("unit").asString()).isEqualTo("days");
        assertThat(Instant.parse(member.get("since").asString())).isBefore(Instant.now().minus(Duration.ofDays(99)));
        assertThat(member.get("reason").asString()).startsWith("Последний контакт был").endsWith("100 дней назад.");
    }

    @Test
    void an_explanation_tells_of_every_condition_also_for_who_is_not_in() {
        JsonNode in = get("/api/segments/silent/members/" + anna + "/explanation", "en");
        JsonNode out = get("/api/segments/silent/members/" + ivan + "/explanation", "en");
        JsonNode ours = get("/api/segments/silent/members/" + colleague + "/explanation", "en");

        assertThat(in.get("member").asBoolean()).isTrue();
        assertThat(in.get("sentence").asString()).startsWith("In the segment “Gone quiet”. The last contact was on");
        assertThat(out.get("member").asBoolean()).isFalse();
        assertThat(out.get("sentence").asString()).isEqualTo(
                "Not in the segment “Gone quiet”. Without a contact: 0 days; asked for: at least 90 days.");
        assertThat(out.get("clauses").get(1).toString()).contains("\"field\":\"days-since-contact\"",
                "\"op\":\"gte\"", "\"wanted\":90", "\"actual\":0", "\"holds\":false",
                "\"change\":\"It would take 90 days more.\"");
        assertThat(in.get("clauses").valueStream().map(clause -> clause.get("change").asString())).containsOnly("");
        assertThat(ours.get("clauses").get(0).get("sentence").asString())
                .isEqualTo("Kind: employee; asked for: prospect or client.");
    }

    @Test
    void what_is_not_there_is_said_in_a_sentence() {
        HttpResponse<String> segment = ask("/api/segments/warm/members", "en");
        HttpResponse<String> client = ask("/api/segments/silent/members/" + ClientId.next(Instant.now())
                + "/explanation", "en");

        assertThat(segment.statusCode()).isEqualTo(404);
        assertThat(segment.body()).contains("There is no segment 'warm'; known are unanswered, silent");
        assertThat(client.statusCode()).isEqualTo(404);
        assertThat(client.body()).contains("There is no client");
        assertThat(ask("/api/segments/silent/members/nobody/explanation", "en").statusCode()).isEqualTo(404);
        assertThat(ask("/api/segments/silent/members?after=x", "en").statusCode()).isEqualTo(400);
        assertThat(ask("/segments/warm", "en").statusCode()).isEqualTo(404);
    }

    @Test
    void clients_are_listed_by_segment_and_a_card_names_hers() {
        JsonNode silent = get("/api/clients?segment=silent", "en").get("items");
        JsonNode card = get("/api/clients/" + anna, "en");

        assertThat(silent.valueStream().map(one -> one.get("id").asString())).containsExactly(anna.toString());
        assertThat(card.get("name").asString()).isEqualTo("Анна Петрова");
        assertThat(card.get("segments").valueStream().map(one -> one.get("name").asString()))
                .containsExactly("unanswered", "silent");
    }

    @Test
    void who_writes_is_in_at_once_and_open_pages_are_told_to_look_again() throws Exception {
        ContactPoint address = mail("new@acme.example");
        ClientId late = company.registered(Kind.PROSPECT, "Late", address);
        HttpResponse<Stream<String>> answer = http.send(request("/api/now", "en"), HttpResponse.BodyHandlers.ofLines());
        List<String> told = new CopyOnWriteArrayList<>();
        var _ = CompletableFuture.runAsync(() -> answer.body().forEach(told::add),
                task -> Thread.ofVirtual().start(task));
        await().untilAsserted(() -> assertThat(told).isNotEmpty());

        company.mailFrom(address, Instant.now().minus(Duration.ofDays(30)), "Насос", "");

        JsonNode why = get("/api/segments/unanswered/members/" + late + "/explanation?atLeast=" + head(), "en");
        assertThat(why.get("member").asBoolean()).isTrue();
        await().untilAsserted(() -> assertThat(told).contains("event:history"));
        company.mailTo(address, Instant.now(), "Re: Насос", "");
        why = get("/api/segments/unanswered/members/" + late + "/explanation?atLeast=" + head(), "en");
        assertThat(why.get("member").asBoolean()).isFalse();
        answer.body().close();
    }

    @Test
    void the_page_of_segments_shows_a_card_for_each() {
        Document page = page("/segments", "en");

        assertThat(page.select(".segment-card h2").eachText()).containsExactly("Waiting for an answer", "Gone quiet",
                "New this month", "Most contacts");
        assertThat(page.expectFirst("#segment-silent .members").text()).isEqualTo("1 client");
        assertThat(page.select("#segment-silent .conditions li").eachText()).containsExactly("Kind: prospect or client",
                "Without a contact: at least 90 days");
    }

    @Test
    void the_page_of_a_segment_shows_its_members_with_the_reason() {
        Document page = page("/segments/most-contacts", "ru");

        assertThat(page.expectFirst("h1").text()).isEqualTo("Больше всего контактов");
        assertThat(page.select(".member-row .name a").eachText()).containsExactly("Иван <b>Новый</b>");
        assertThat(page.expectFirst(".member-row .reason").text()).isEqualTo("3 контакта за квартал, 1-е место.");
        assertThat(page.expectFirst(".member-row .why").attr("href"))
                .isEqualTo("/clients/" + ivan + "/segments#most-contacts");
    }

    @Test
    void the_page_of_a_client_wears_her_segments_and_explains_them_all() {
        Document client = page("/clients/" + anna, "en");
        Document why = page(client.expectFirst(".in-segments .why").attr("href"), "en");

        assertThat(client.select(".in-segments .badge-soft").eachText()).containsExactly("Waiting for an answer",
                "Gone quiet");
        assertThat(client.select(".in-segments li").text()).contains("100 days ago");
        assertThat(why.select(".why-panel").eachAttr("id")).containsExactly("unanswered", "silent", "new-this-month",
                "most-contacts");
        assertThat(why.expectFirst("#most-contacts").text()).contains("not in", "Contacts this quarter");
        assertThat(why.select("#silent tr.met")).hasSize(2);
        assertThat(page("/clients/" + colleague, "en").expectFirst(".in-segments").text())
                .isEqualTo("Which segments, and why");
    }

    @Test
    void the_list_of_clients_is_chosen_in_the_address_and_counted() {
        Document silent = page("/?segment=silent&kind=client&last=older", "en");
        Document nobody = page("/?segment=silent&kind=partner", "en");

        assertThat(silent.select(".client-row .name a").eachText()).containsExactly("Анна Петрова");
        assertThat(silent.expectFirst("#hits").text()).isEqualTo("1 client Clear");
        assertThat(silent.select("option[selected]").eachAttr("value")).containsExactly("silent", "client", "older");
        assertThat(silent.expectFirst("#clients").attr("hx-get")).contains("segment=silent", "kind=client",
                "last=older");
        assertThat(nobody.expectFirst("#found h2").text()).isEqualTo("Nobody fits all of this");
    }

    private static long head() {
        return company.store().log().head();
    }

    private static Document page(String path, String language) {
        HttpResponse<String> answer = ask(path, language);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static JsonNode get(String path, String language) {
        HttpResponse<String> answer = ask(path, language);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static HttpRequest request(String path, String language) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Language", language).build();
    }

    private static HttpResponse<String> ask(String path, String language) {
        try {
            return http.send(request(path, language), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
