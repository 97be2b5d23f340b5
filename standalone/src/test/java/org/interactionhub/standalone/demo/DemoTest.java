package org.interactionhub.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interactionhub.readers.Phones;
import org.interactionhub.readers.Readers;
import org.interactionhub.standalone.StartedHub;
import org.interactionhub.standalone.datadir.DataDirectory;
import org.interactionhub.standalone.datadir.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The demo as a newcomer plays it: into a real hub, again, beside something else, and away. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    static Path root;

    private static Path data;
    private static StartedHub hub;
    private static Instant anchor;
    private static List<Script> scripts;
    private static Map<String, List<JsonNode>> timelines;

    @BeforeAll
    static void play() throws Exception {
        data = root.resolve("data");
        hub = StartedHub.on(data);
        assertThat(run(data, false)).isEmpty();
        anchor = Journal.in(data).anchor(Instant.EPOCH);
        scripts = stage().scripts(anchor);
        timelines = new HashMap<>();
        for (Script script : scripts) {
            timelines.put(script.story().key(), timelineOf(script.story().key()));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    @Test
    @Order(1)
    void sixty_clients_and_hundreds_of_contacts_are_told() throws Exception {
        // When
        long contacts = 0;
        for (Script script : scripts) {
            contacts += timeline(script).size();
        }
        // Then
        assertThat(scripts).hasSizeGreaterThanOrEqualTo(58);
        assertThat(contacts).isBetween(600L, 1200L);
        assertThat(hub.asks("/api/clients?limit=200").path("items").size()).isEqualTo(scripts.size());
    }

    @Test
    @Order(2)
    void everything_of_a_story_stands_on_her_timeline_at_its_own_time() throws Exception {
        for (Script script : scripts) {
            // When
            List<JsonNode> items = timeline(script);
            // Then
            Map<String, Instant> heard = new HashMap<>();
            script.deliveries().forEach(delivery -> heard.putIfAbsent(delivery.contact().toString(),
                    delivery.reports().getFirst().occurredAt()));
            Map<String, Instant> shown = items.stream().collect(Collectors.toMap(
                    item -> item.path("interactionId").asString(),
                    item -> Instant.parse(item.path("occurredAt").asString())));
            assertThat(shown.keySet()).as(script.story().key()).containsAll(heard.keySet());
            heard.forEach((id, at) -> assertThat(shown.getOrDefault(id, Instant.MIN))
                    .as(script.story().key()).isCloseTo(at, within(1, ChronoUnit.MILLIS)));
            assertThat(items).as(script.story().key()).hasSize((int) contactsOf(script));
        }
    }

    /** The form that names both addresses of Вера Лукина stands with both of whom she may be, and with her house. */
    private static long contactsOf(Script script) {
        long also = script.story().key().equals("lukina-work") ? 1 : 0;
        return script.contacts() + also + scripts.stream().filter(other -> other.story().belongings().stream()
                .anyMatch(one -> one.to().equals(script.story().key()))).mapToLong(DemoTest::contactsOf).sum();
    }

    @Test
    @Order(3)
    void what_was_lies_in_the_past_and_reaches_back_eighteen_months() throws Exception {
        // When
        List<Instant> times = new ArrayList<>();
        for (Script script : scripts) {
            timeline(script).stream().filter(item -> !item.path("state").asString().equals("planned"))
                    .filter(item -> !item.path("state").asString().equals("cancelled"))
                    .forEach(item -> times.add(Instant.parse(item.path("occurredAt").asString())));
        }
        // Then
        assertThat(times).allMatch(time -> !time.isAfter(anchor));
        assertThat(times.stream().min(Instant::compareTo)).hasValueSatisfying(
                first -> assertThat(ChronoUnit.DAYS.between(first, anchor)).isBetween(480L, 560L));
    }

    @Test
    @Order(4)
    void every_account_balances_and_the_oddities_are_there() throws Exception {
        // When
        JsonNode accounts = hub.asks("/api/accounts").path("items");
        // Then
        assertThat(accounts).isNotEmpty().allSatisfy(account -> {
            assertThat(account.path("balanced").asBoolean()).isTrue();
            assertThat(account.path("shown").asLong()).isEqualTo(account.path("recorded").asLong());
        });
        assertThat(sum(accounts, "duplicate")).isEqualTo(1);
        assertThat(sum(accounts, "deadLettered")).isEqualTo(3);
    }

    @Test
    @Order(5)
    void the_two_who_may_be_one_are_suggested_and_a_second_address_finds_its_owner() throws Exception {
        // When
        JsonNode lukina = client("lukina-work");
        // Then
        assertThat(lukina.path("suggestions").toString()).contains(id("lukina-home"));
        assertThat(hub.timelineOf("sofia.kalach@domovoy-mail.example")).hasSameSizeAs(timeline(script("kalach")));
    }

    @Test
    @Order(6)
    void a_client_of_the_manager_who_left_has_a_new_owner() throws Exception {
        // When
        JsonNode shipyard = client("tikhaya-volna");
        // Then
        assertThat(shipyard.path("owner").toString()).contains("Марина Цой");
    }

    @Test
    @Order(7)
    void played_again_it_adds_nothing() throws Exception {
        // Given
        long head = head();
        JsonNode accounts = hub.asks("/api/accounts");
        // When
        String complaint = run(data, false);
        // Then
        assertThat(complaint).isEmpty();
        assertThat(head()).isEqualTo(head);
        assertThat(hub.asks("/api/accounts")).isEqualTo(accounts);
    }

    @Test
    @Order(8)
    void what_happens_live_comes_through_every_inlet() throws Exception {
        // Given
        long before = head();
        String address = Ports.of(new DataDirectory(data)).orElseThrow().address();
        StringWriter out = new StringWriter();
        // When
        try (Door door = new Door(address)) {
            new Live(new PrintWriter(out), door, Library.company(), stage(), CLOCK, _ -> {
            }).round();
        }
        // Then
        assertThat(out.toString()).contains("is calling").contains("is writing").contains("form").contains("mail");
        await().untilAsserted(() -> assertThat(head()).isGreaterThan(before + 12));
        assertThat(Journal.in(data).isComplete()).isTrue();
    }

    @Test
    @Order(9)
    void beside_foreign_contacts_it_neither_plays_nor_removes() throws Exception {
        // Given
        hub.posts("/intake/forms/somebody-elses", "application/x-www-form-urlencoded", "email=real@foreign.example");
        await().until(() -> hub.asks("/api/accounts").toString().contains("somebody-elses"));
        // When
        String refusal = run(data, false);
        String kept = run(data, true);
        // Then
        assertThat(refusal).contains("'somebody-elses'").contains("HUB_DATA=./data-demo");
        assertThat(kept).contains("'somebody-elses'").contains("Nothing is removed");
        assertThat(data).isNotEmptyDirectory();
    }

    @Test
    @Order(10)
    void removed_it_says_who_goes_with_it_and_leaves_nothing() throws Exception {
        // Given
        Path other = root.resolve("other");
        StartedHub alone = StartedHub.on(other);
        Journal.in(other).anchor(anchor);
        alone.posts("/intake/forms/website", "application/x-www-form-urlencoded",
                "name=Anna+Petrova&email=a@own.example");
        await().until(() -> alone.asks("/api/clients").toString().contains("Anna Petrova"));
        // When
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = demo(other, out, err).remove(true, _ -> alone.close());
        // Then
        assertThat(out.toString()).contains("clients of whom the story does not tell: Anna Petrova.");
        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(other).doesNotExist();
    }

    private static String run(Path directory, boolean remove) throws Exception {
        StringWriter err = new StringWriter();
        Demo demo = demo(directory, err);
        int exit = remove ? demo.remove(true, _ -> {
            throw new AssertionError("the hub is told to stop");
        }) : demo.play(false);
        assertThat(exit).isEqualTo(err.toString().isEmpty() ? 0 : 1);
        return err.toString();
    }

    private static Demo demo(Path directory, StringWriter err) {
        return demo(directory, new StringWriter(), err);
    }

    private static Demo demo(Path directory, StringWriter out, StringWriter err) {
        return new Demo(new PrintWriter(out), new PrintWriter(err), CLOCK,
                Map.of("HUB_DATA", directory.toString()));
    }

    private static Demo.Stage stage() {
        Company company = Library.company();
        Postman postman = new Postman(new Readers("RU", ZoneOffset.UTC));
        return new Demo.Stage(company, postman, new Exchange(company, postman, ZoneOffset.UTC), new Phones("RU"));
    }

    private static Script script(String key) {
        return scripts.stream().filter(script -> script.story().key().equals(key)).findFirst().orElseThrow();
    }

    private static String id(String key) throws Exception {
        return Journal.in(data).id(key).orElseThrow();
    }

    private static JsonNode client(String key) throws Exception {
        return hub.asks("/api/clients/" + id(key));
    }

    private static List<JsonNode> timeline(Script script) {
        return timelines.getOrDefault(script.story().key(), List.of());
    }

    private static List<JsonNode> timelineOf(String key) throws Exception {
        List<JsonNode> items = new ArrayList<>();
        hub.asks("/api/clients/" + id(key) + "/timeline?limit=500").path("items").forEach(items::add);
        return items;
    }

    private static long sum(JsonNode accounts, String column) {
        long sum = 0;
        for (JsonNode account : accounts) {
            sum += account.path(column).asLong();
        }
        return sum;
    }

    private static long head() throws Exception {
        return hub.asks("/api/processors").path("items").get(0).path("head").asLong();
    }
}
