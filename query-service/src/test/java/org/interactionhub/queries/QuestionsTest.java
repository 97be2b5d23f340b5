package org.interactionhub.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.interactionhub.queries.Company.MONDAY;
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
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.InteractionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query side as a process of its own, asked over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ContactPoint ANNAS_MAIL = mail("anna@acme.example");
    private static final ContactPoint ANNAS_PHONE = phone("+79161234567");

    /** A second on a machine of its own; tests share theirs. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static Company company;
    private static ConfigurableApplicationContext service;
    private static HttpClient http;
    private static String address;
    private static ClientId anna;

    @BeforeAll
    static void start() {
        company = new Company();
        anna = company.client("Анна Петрова", ANNAS_MAIL, ANNAS_PHONE);
        service = new SpringApplicationBuilder(Alone.class).run("--server.port=0",
                "--hub.db.url=" + company.database().jdbcUrl(), "--spring.main.banner-mode=off");
        address = "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.shutdownNow();
        service.close();
        company.close();
    }

    @Test
    void people_read_their_own_writes_with_atLeast() {
        InteractionId letter = company.mailFrom(ANNAS_MAIL, MONDAY, "Котельная", "Сколько стоит?");
        long position = company.decides(letter, 0, "выслать смету", List.of("да", "нет"), "пора");

        JsonNode items = get("/api/clients/" + anna + "/timeline?limit=500&atLeast=" + position).get("items");

        JsonNode item = stream(items).filter(one -> one.get("interactionId").asString().equals(letter.toString()))
                .findFirst().orElseThrow();
        assertThat(item.get("channel").asString()).isEqualTo("email");
        assertThat(item.get("direction").asString()).isEqualTo("inbound");
        assertThat(item.get("state").asString()).isEqualTo("recorded");
        assertThat(item.get("occurredAt").asString()).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(item.get("decisions").get(0).get("by").asString()).isEqualTo("Ольга");
        assertThat(item.get("position").asLong()).isEqualTo(position);
    }

    @Test
    void a_position_that_is_not_reached_is_answered_with_not_now() {
        HttpResponse<String> answer = ask("/api/clients?atLeast=999999999");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("does not hold position 999999999 yet");
    }

    @Test
    void an_interaction_tells_all_about_itself_and_gives_its_original_byte_for_byte() {
        InteractionId letter = company.mailFrom(ANNAS_MAIL, MONDAY, "<script>alert(1)</script>", "<b>Сколько?</b>");
        String path = "/api/interactions/" + letter;
        long head = company.store().log().head();

        JsonNode whole = get(path + "?atLeast=" + head);
        HttpResponse<String> original = ask(path + "/original?position=" + head);

        assertThat(whole.get("interactionId").asString()).isEqualTo(letter.toString());
        assertThat(whole.get("clients").get(0).get("id").asString()).isEqualTo(anna.toString());
        assertThat(whole.get("facts").get(0).get("event").asString()).isEqualTo("interaction-recorded");
        assertThat(whole.get("originals").get(0).get("size").asInt()).isEqualTo(original.body().length());
        assertThat(original.body()).startsWith("original ");
        assertThat(original.headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(original.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(original.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(original.headers().allValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'");
        HttpResponse<String> framed = ask("/interactions/" + letter + "/original");
        assertThat(framed.body()).isEqualTo(original.body());
        assertThat(framed.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(ask("/api/interactions/" + InteractionId.next(MONDAY)).statusCode()).isEqualTo(404);
        assertThat(ask(path + "/original?position=1").statusCode()).isEqualTo(404);
    }

    @Test
    void what_makes_no_sense_is_refused_as_a_problem() {
        for (String path : List.of("/api/clients?limit=501", "/api/clients?after=x", "/api/clients?segment=warm",
                "/api/clients/" + anna + "/timeline?channel=fax", "/api/clients/" + anna + "/timeline?from=yesterday",
                "/api/clients/" + anna + "/timeline?atLeast=x")) {
            HttpResponse<String> answer = ask(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
        assertThat(ask("/api/clients/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void a_ringing_call_is_told_at_once_with_the_name_of_the_client() throws Exception {
        try (Heard now = listen("/api/now", null)) {
            company.rings("call 7", ANNAS_PHONE, Instant.now());

            await().atMost(SOON).untilAsserted(() -> assertThat(now.lines())
                    .anyMatch(line -> line.contains("\"ringing\"") && line.contains("Анна Петрова")));
            company.answers("call 7", ANNAS_PHONE, "Ольга", Instant.now());
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(now.lines()).anyMatch(line -> line.contains("\"answered\"")));
        }
    }

    @Test
    void an_open_timeline_is_told_what_is_new_and_what_it_missed() throws Exception {
        long before = company.store().log().head();
        company.mailFrom(ANNAS_MAIL, MONDAY, "Missed", "while the page was away");
        get("/api/clients?atLeast=" + company.store().log().head());
        try (Heard timeline = listen("/api/clients/" + anna + "/timeline/stream", Long.toString(before))) {
            await().untilAsserted(
                    () -> assertThat(timeline.lines()).anyMatch(line -> line.contains("while the page was away")));

            company.mailFrom(ANNAS_MAIL, MONDAY, "New", "just now");
            company.mailFrom(mail("stranger@elsewhere.example"), MONDAY, "Other", "for another page");

            await().atMost(SOON).untilAsserted(() -> assertThat(timeline.lines())
                    .anyMatch(line -> line.contains("just now")).contains("event:interaction")
                    .contains("id:" + (company.store().log().head() - 1)));
            assertThat(timeline.lines()).noneMatch(line -> line.contains("for another page"));
        }
    }

    @Test
    void a_replay_takes_the_place_of_what_is_shown_and_no_reader_notices() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        List<String> wrong = new CopyOnWriteArrayList<>();
        int entries = get("/api/clients/" + anna).get("entries").asInt();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                readers.submit(() -> {
                    while (!over.get()) {
                        HttpResponse<String> answer = ask("/api/clients/" + anna);
                        asked.incrementAndGet();
                        if (answer.statusCode() != 200
                                || JSON.readTree(answer.body()).get("entries").asInt() < entries) {
                            wrong.add(answer.body());
                        }
                    }
                });
            }
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> started = post("/api/replays", "{\"projection\":\"timeline\"}");
                assertThat(started.statusCode()).isEqualTo(202);
                String id = JSON.readTree(started.body()).get("id").asString();
                company.mailFrom(ANNAS_MAIL, MONDAY.plusSeconds(i), "during a replay", "" + i);
                await().untilAsserted(() -> assertThat(get("/api/replays/" + id).get("state").asString())
                        .isEqualTo("done"));
            }
            over.set(true);
        }

        assertThat(wrong).isEmpty();
        assertThat(asked.get()).isGreaterThan(20);
        JsonNode processor = get("/api/processors?atLeast=" + company.store().log().head()).path("items").get(0);
        assertThat(processor.get("behind").asLong()).isZero();
        assertThat(post("/api/replays", "{\"projection\":\"moon\"}").statusCode()).isEqualTo(404);
        assertThat(post("/api/replays", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void the_service_says_in_words_how_it_is_and_what_it_can_be_asked() {
        await().untilAsserted(() -> assertThat(ask("/actuator/health").body()).contains("\"UP\"")
                .contains("The history holds everything that happened."));
        assertThat(ask("/v3/api-docs").body()).contains("/api/clients/{id}/timeline", "/api/replays");
        assertThat(ask("/actuator/prometheus").body()).contains("hub_projection_events_total{projection=\"timeline\"}",
                "hub_projection_lag_seconds{projection=\"timeline\"}", "hub_live_streams{kind=\"now\"}")
                .doesNotContain("hub_projection_lag_events{projection=\"timeline\"} NaN");
    }

    /** Lines of a stream of server-sent events, as they come. */
    private record Heard(HttpResponse<Stream<String>> answer, List<String> lines) implements AutoCloseable {
        @Override
        public void close() {
            answer.body().close();
        }
    }

    private static Heard listen(String path, @Nullable String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        List<String> lines = new CopyOnWriteArrayList<>();
        var _ = CompletableFuture.runAsync(() -> answer.body().forEach(lines::add),
                task -> Thread.ofVirtual().start(task));
        return new Heard(answer, lines);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }

    private static JsonNode get(String path) {
        HttpResponse<String> answer = ask(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> ask(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).build());
    }

    private static HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
