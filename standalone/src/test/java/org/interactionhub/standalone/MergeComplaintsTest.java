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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What users of other tools complain of when people are merged, each told by its number in the list of complaints. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MergeComplaintsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger NUMBERS = new AtomicInteger((int) (System.nanoTime() / 1000 % 900_000));

    private static SharedHub hub;

    @BeforeAll
    static void start() throws Exception {
        hub = SharedHub.get();
    }

    @Test
    void merge_01_a_person_known_by_mail_and_by_phone_becomes_one() throws Exception {
        String mail = writes(newMail());
        String phone = calls(newPhone());

        merges(mail, phone);

        assertThat(timeline(mail)).hasSize(2);
    }

    @Test
    void merge_02_different_people_of_one_channel_are_never_merged_by_the_hub() throws Exception {
        String one = chats("telegram-like-" + number(), "Иван Петров");
        String other = chats("telegram-like-" + number(), "Иван Петров");

        assertThat(one).isNotEqualTo(other);
        assertThat(card(one).path("suggestions")).isEmpty();
    }

    @Test
    void merge_03_one_mail_address_is_one_client_whatever_name_she_signs_with() throws Exception {
        String address = newMail();
        String one = writes(address);

        String other = client(posts("/intake/forms/website", "name=Anya&email=" + address + "&message=again"));

        assertThat(other).isEqualTo(one);
    }

    @Test
    void merge_04_either_of_the_two_may_survive() throws Exception {
        String known = registers("Завод «Прогресс»");
        String stranger = calls(newPhone());

        merges(known, stranger);

        assertThat(card(stranger).path("name").asString()).isEqualTo("Завод «Прогресс»");
        String other = registers("Other");
        merges(other, known);
        assertThat(card(stranger).path("name").asString()).isEqualTo("Other");
    }

    @Test
    void merge_05_the_same_handle_at_two_providers_is_two_people() throws Exception {
        String handle = "handle" + number();
        String one = client(chat("site", handle, "One"));
        String other = client(chat("shop", handle, "Two"));

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void merge_06_one_number_on_two_lines_of_ours_is_one_client() throws Exception {
        String number = newPhone();
        String one = client(call("office", number));
        String other = client(call("branch", number.replaceFirst("\\+7", "8 ")));

        assertThat(other).isEqualTo(one);
    }

    @Test
    void merge_07_two_conversations_of_one_person_stand_in_one_timeline_and_stay_two() throws Exception {
        String one = chats("a" + number(), "Аня");
        String other = chats("b" + number(), "Аня");

        merges(one, other);

        assertThat(timeline(one)).hasSize(2).extracting(item -> item.path("thread").asString()).doesNotHaveDuplicates();
    }

    @Test
    void merge_08_one_person_of_mail_and_two_messengers_is_one() throws Exception {
        String mail = writes(newMail());
        String chat = chats("c" + number(), "Аня");
        String phone = calls(newPhone());

        merges(mail, chat);
        merges(chat, phone);

        assertThat(timeline(phone)).hasSize(3);
        assertThat(card(phone).path("id").asString()).isEqualTo(mail);
    }

    @Test
    void merge_09_10_11_12_16_17_nothing_noted_planned_decided_or_said_of_either_is_lost_or_in_the_way()
            throws Exception {
        String one = writes(newMail());
        String other = calls(newPhone());
        says("/api/clients/" + other + "/owner", "{\"owner\":\"Olga\"}");
        says("/api/interactions", "{\"clientId\":\"" + other + "\",\"channel\":\"note\",\"text\":\"partner of One\"}");
        String plan = says("/api/interactions", "{\"clientId\":\"" + other
                + "\",\"channel\":\"meeting\",\"plannedFor\":\"2031-01-15T10:00:00Z\",\"subject\":\"Visit\"}")
                .path("id")
                .asString();
        says("/api/interactions/" + plan + "/decisions", "{\"decision\":\"we go\"}");
        List<JsonNode> before = timeline(other);

        merges(one, other);

        assertThat(timeline(one)).containsAll(before).hasSize(before.size() + 1);
        assertThat(identity(one).path("merges").path(0).path("by").asString()).isEqualTo("Olga");
        assertThat(identity(one).path("links").size()).isEqualTo(2);
    }

    @Test
    void merge_13_14_the_old_id_answers_for_ever_with_who_she_is_now_and_takes_commands() throws Exception {
        String known = registers("Анна Петрова");
        String anonymous = calls(newPhone());
        merges(anonymous, known);

        says("/api/clients/" + known + "/name", "{\"name\":\"Анна П.\"}");

        assertThat(card(known).path("id").asString()).isEqualTo(anonymous);
        assertThat(card(known).path("name").asString()).isEqualTo("Анна П.");
        assertThat(card(known).path("merged").path(0).path("id").asString()).isEqualTo(known);
    }

    @Test
    void merge_15_two_identified_people_in_one_message_are_suggested_and_never_merged() throws Exception {
        String address = newMail();
        String number = newPhone();
        String one = writes(address);
        String other = calls(number);

        posts("/intake/forms/website", "email=" + address + "&phone=" + encoded(number) + "&message=both");

        assertThat(card(one).path("id").asString()).isEqualTo(one);
        assertThat(card(other).path("id").asString()).isEqualTo(other);
        await().atMost(SOON).untilAsserted(() -> assertThat(
                card(one).path("suggestions").path(0).path("id").asString()).isEqualTo(other));
    }

    @Test
    void merge_18_who_may_be_twice_is_found_with_the_message_that_says_so() throws Exception {
        String address = newMail();
        String number = newPhone();
        String one = writes(address);
        String other = calls(number);
        String receipt = posts("/intake/forms/website",
                "email=" + address + "&phone=" + encoded(number) + "&message=both");

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode newest = hub.outside().asks("/api/suggestions?limit=1").path("items").path(0);
            assertThat(List.of(newest.path("client").path("id").asString(),
                    newest.path("other").path("id").asString())).containsExactlyInAnyOrder(one, other);
            assertThat(newest.path("evidence").path(0).asString()).isEqualTo(receipt);
        });
    }

    @Test
    void merge_19_whoever_wrote_before_is_not_registered_a_second_time() throws Exception {
        String address = newMail();
        String prospect = writes(address);

        HttpResponse<String> answer = post("/api/clients",
                "{\"name\":\"Anna\",\"contactPoints\":[{\"type\":\"email\",\"value\":\"" + address + "\"}]}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains(prospect);
    }

    @Test
    void merge_20_history_that_was_split_is_whole_and_in_order() throws Exception {
        String mail = newMail();
        String phone = newPhone();
        String one = writes(mail);
        String other = calls(phone);
        writes(mail);
        calls(phone);

        merges(one, other);

        assertThat(timeline(one)).hasSize(4).extracting(item -> item.path("occurredAt").asString())
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void merge_21_22_23_26_a_merge_is_undone_and_each_is_who_she_was() throws Exception {
        String one = writes(newMail());
        String other = calls(newPhone());
        List<JsonNode> ones = timeline(one);
        List<JsonNode> others = timeline(other);

        undoes(merges(one, other));

        assertThat(timeline(one)).isEqualTo(ones);
        assertThat(timeline(other)).isEqualTo(others);
        assertThat(card(other).path("id").asString()).isEqualTo(other);
    }

    @Test
    void merge_24_one_of_many_who_were_merged_is_parted_and_the_others_stay() throws Exception {
        List<String> people = Stream.of("A", "B", "C", "D").map(MergeComplaintsTest::registers).toList();
        merges(people.get(0), people.get(1));
        String wrong = merges(people.get(0), people.get(2));
        merges(people.get(0), people.get(3));

        undoes(wrong);

        assertThat(people).extracting(id -> card(id).path("id").asString())
                .containsExactly(people.get(0), people.get(0), people.get(2), people.get(0));
    }

    @Test
    void merge_25_the_first_one_is_parted_as_well_as_any_other() throws Exception {
        String address = newMail();
        String first = writes(address);
        String second = calls(newPhone());
        undoes(merges(first, second));

        undoes(merges(second, first));

        assertThat(card(first).path("id").asString()).isEqualTo(first);
        assertThat(writes(address)).isEqualTo(first);
        assertThat(timeline(first)).hasSize(2);
    }

    /** @return the id of the merge; the query side knows of it */
    private static String merges(String survivor, String other) throws Exception {
        return says("/api/clients/" + survivor + "/merges", "{\"other\":\"" + other + "\",\"evidence\":\"asked\"}")
                .path("id").asString();
    }

    private static void undoes(String merge) throws Exception {
        says("/api/merges/" + merge + "/undo", "{}");
    }

    private static String registers(String name) {
        try {
            return says("/api/clients", "{\"name\":\"" + name + "\"}").path("id").asString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String writes(String address) throws Exception {
        return client(posts("/intake/forms/website", "name=Anna&email=" + address + "&message=" + number()));
    }

    private static String calls(String number) throws Exception {
        return client(call("office", number));
    }

    private static String call(String exchange, String number) throws Exception {
        return recorded(hub.outside().posts("/intake/calls/" + exchange, "application/json",
                "{\"event\":\"newCall\",\"callId\":\"m" + number() + "\",\"direction\":\"in\",\"from\":\"" + number
                        + "\",\"to\":\"+74951234567\"}"));
    }

    private static String chats(String handle, String name) throws Exception {
        return client(chat("site", handle, name));
    }

    private static String chat(String source, String handle, String name) throws Exception {
        return recorded(hub.outside().posts("/intake/chats/" + source, "application/json",
                "{\"conversation\":\"" + source + handle
                        + "\",\"messageId\":\"1\",\"text\":\"hello\",\"from\":{\"id\":\""
                        + handle + "\",\"name\":\"" + name + "\"}}"));
    }

    private static String posts(String path, String form) throws Exception {
        return recorded(hub.outside().posts(path, "application/x-www-form-urlencoded", form));
    }

    /** The receipt, once what it is for is shown. */
    private static String recorded(String receipt) {
        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> assertThat(hub.outside()
                .asks("/api/receipts/" + receipt).path("position").asLong()).isPositive());
        return receipt;
    }

    /** Whose timeline the contact of this receipt stands on. */
    private static String client(String receipt) throws Exception {
        JsonNode recorded = hub.outside().asks("/api/receipts/" + receipt);
        return hub.outside()
                .asks("/api/interactions/" + recorded.path("interactionId").asString() + "?atLeast="
                        + recorded.path("position").asLong())
                .path("clients").path(0).path("id").asString();
    }

    private static List<JsonNode> timeline(String client) throws Exception {
        return hub.outside().asks("/api/clients/" + client + "/timeline").path("items").valueStream().toList();
    }

    private static JsonNode card(String client) {
        try {
            return hub.outside().asks("/api/clients/" + client);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode identity(String client) throws Exception {
        return hub.outside().asks("/api/clients/" + client + "/identity");
    }

    /** What is answered, once the query side knows of it. */
    private static JsonNode says(String path, String body) throws Exception {
        HttpResponse<String> answer = post(path, body);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 201);
        JsonNode said = JSON.readTree(answer.body());
        hub.outside().asks("/api/clients?limit=1&atLeast=" + said.path("position").asLong());
        return said;
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(hub.address() + path))
                .header("Content-Type", "application/json").header("Hub-Actor", "Olga")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String newMail() {
        return "m" + number() + "@complaints.example";
    }

    private static String newPhone() {
        return "+7916" + (1_000_000 + number());
    }

    private static int number() {
        return NUMBERS.incrementAndGet();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
