package org.interactionhub.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.interactionhub.commands.Told.mailFrom;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientEvent.OwnerAssigned;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.InteractionEvent.DecisionTaken;
import org.interactionhub.events.InteractionEvent.InteractionHeld;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Unreadable;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;
import org.interactionhub.eventstore.TestDatabase;
import org.interactionhub.readers.Readers;
import org.interactionhub.readers.Received;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service over HTTP, on a real database and a real broker. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandServiceTest {

    private static final int PARTITIONS = 2;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static TestBroker broker;
    private static TestDatabase database;
    private static ConfigurableApplicationContext service;
    private static String port;
    private static EventLog log;

    @BeforeAll
    static void start() {
        broker = TestBroker.withTopic(PARTITIONS);
        database = TestDatabase.create();
        service = SpringApplication.run(CommandServiceProcess.class,
                "--hub.http-port=0", "--hub.db.url=" + database.jdbcUrl(), "--hub.kafka=" + broker.address());
        port = service.getEnvironment().getRequiredProperty("local.server.port");
        log = new EventLog(database.asQuery());
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
    }

    @Test
    void a_report_gets_a_receipt_and_stands_in_the_books() throws Exception {
        InteractionReport mail = mailFrom("receipt@acme.example").report();

        broker.publish(List.of(mail, mail), PARTITIONS);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode receipt = get("/api/receipts/" + mail.reportId());
            assertThat(receipt.path("state").asString()).isEqualTo("recorded");
            assertThat(receipt.path("interactionId").asString()).isEqualTo(mail.interactionId().toString());
            assertThat(receipt.path("position").asLong()).isPositive();
        });
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode account = get("/api/accounts").path("items").path(0);
            assertThat(account.path("account").asString()).isEqualTo(Told.OUR_MAILBOX);
            assertThat(account.path("duplicate").asLong()).isPositive();
            assertThat(account.path("balanced").asBoolean()).isTrue();
            assertThat(account.path("shown").isNull()).isTrue();
        });
    }

    @Test
    void an_unknown_receipt_is_a_problem_in_words() throws Exception {
        HttpResponse<String> answer = send("GET", "/api/receipts/" + UUID.randomUUID(), "");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("detail").asString()).contains("may still be on its way");
    }

    @Test
    void a_dead_letter_is_shown_and_its_redrive_says_why_not() throws Exception {
        InteractionReport mail = mailFrom("unread@acme.example").unreadable("mail-odd", "It is odd.").report();
        broker.publish(List.of(mail), PARTITIONS);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                get("/api/receipts/" + mail.reportId()).path("state").asString()).isEqualTo("dead-lettered"));

        HttpResponse<String> answer = send("POST", "/api/dead-letters/" + mail.reportId() + "/redrive", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        JsonNode letter = get("/api/dead-letters/" + mail.reportId());
        assertThat(letter.path("attempts").asInt()).isEqualTo(2);
        HttpResponse<String> raw = send("GET", "/api/dead-letters/" + mail.reportId() + "/raw", "");
        assertThat(raw.body()).isEqualTo(JSON.writeValueAsString(mail));
        assertThat(raw.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    }

    @Test
    void a_dead_letter_that_can_be_read_now_is_recorded_by_its_redrive() throws Exception {
        InteractionReport mail = asAnOlderReaderLeftIt();
        broker.publish(List.of(mail), PARTITIONS);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                get("/api/receipts/" + mail.reportId()).path("state").asString()).isEqualTo("dead-lettered"));

        HttpResponse<String> answer = send("POST", "/api/dead-letters/redrive", "{\"code\": \"mail-too-odd\"}");

        JsonNode redriven = JSON.readTree(answer.body()).path("items").path(0);
        assertThat(redriven.path("state").asString()).isEqualTo("recorded");
        assertThat(get("/api/receipts/" + mail.reportId()).path("position").asLong())
                .isEqualTo(redriven.path("position").asLong());
        assertThat(send("POST", "/api/dead-letters/" + mail.reportId() + "/redrive", "").statusCode()).isEqualTo(409);
    }

    private static InteractionReport asAnOlderReaderLeftIt() throws Exception {
        byte[] mail = "From: old@acme.example\r\nTo: sales@hub.example\r\nSubject: The pump\r\n\r\nHello.\r\n"
                .getBytes(StandardCharsets.UTF_8);
        InteractionReport read = new Readers("RU").read(new Received(Channel.EMAIL, Told.OUR_MAILBOX,
                "message/rfc822", mail, Instant.parse("2026-11-24T12:00:01Z"), Map.of())).getFirst();
        return new InteractionReport(read.reportId(), read.interactionId(), read.kind(), read.channel(),
                read.account(), read.direction(), read.occurredAt(), null, List.of(), List.of(), null, null, null,
                List.of(), read.attributes(), read.reader(), read.original(),
                new Unreadable("mail-too-odd", "The mail is too odd."));
    }

    @Test
    void all_dead_letters_of_a_filter_are_read_again_and_each_is_answered() throws Exception {
        InteractionReport one = mailFrom("batch1@acme.example").unreadable("mail-batch", "It is odd.").report();
        InteractionReport two = mailFrom("batch2@acme.example").unreadable("mail-batch", "It is odd.").report();
        broker.publish(List.of(one, two), PARTITIONS);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                get("/api/dead-letters?code=mail-batch&channel=email&account=").path("items")).hasSize(2));

        HttpResponse<String> answer = send("POST", "/api/dead-letters/redrive",
                "{\"channel\": \"email\", \"code\": \"mail-batch\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode answers = JSON.readTree(answer.body());
        assertThat(answers.path("items")).hasSize(2).allSatisfy(item -> {
            assertThat(item.path("state").asString()).isEqualTo("open");
            assertThat(item.path("reason").asString()).isNotBlank();
        });
        assertThat(answers.path("next").isNull()).isTrue();
    }

    @Test
    void the_query_side_reads_the_published_views_and_no_table() throws Exception {
        broker.publish(List.of(mailFrom("views@acme.example").unreadable("mail-views", "It is odd.").report()),
                PARTITIONS);
        JdbcClient query = JdbcClient.create(database.asQuery());

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(query.sql("select size > 0 from intake.dead_letter_shown where reason_code = 'mail-views'")
                    .query(Boolean.class).list()).containsExactly(true);
            assertThat(query.sql("select count(*) from intake.account_balance").query(Long.class).single())
                    .isPositive();
            assertThat(query.sql("select position > 0 and head = position + behind from intake.intake_progress"
                    + " where state = 'listening'").query(Boolean.class).list()).containsExactly(true);
        });
        for (String table : List.of("dead_letter", "account_ledger", "interaction", "listener",
                "flyway_schema_history")) {
            assertThatThrownBy(() -> query.sql("select from intake." + table).query().listOfRows())
                    .hasRootCauseMessage("ERROR: permission denied for table " + table);
        }
    }

    @Test
    void a_client_is_registered_with_canonical_contact_points_in_one_group() throws Exception {
        HttpResponse<String> answer = send("POST", "/api/clients", """
                {"kind": "client", "name": "Acme", "contactPoints": [
                  {"type": "email", "value": "Office@Acme.example"}, {"type": "phone", "value": "8 (495) 123-45-67"}]}
                """, "Ольга Петрова");

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode registered = JSON.readTree(answer.body());
        long position = registered.path("position").asLong();
        assertThat(at(position - 2)).isInstanceOf(ClientRegistered.class);
        assertThat(at(position - 1)).isInstanceOfSatisfying(ContactPointLinked.class,
                linked -> assertThat(linked.contactPoint()).isEqualTo(Told.point("office@acme.example")));
        assertThat(at(position)).isInstanceOfSatisfying(ContactPointLinked.class,
                linked -> assertThat(linked.contactPoint()).isEqualTo(Told.point("+74951234567")));
        assertThat(log.at(position).orElseThrow().metadata().actor())
                .isEqualTo(new EventMetadata.Actor("Ольга Петрова", false));
    }

    @Test
    void a_client_is_not_registered_with_a_contact_point_of_somebody_else() throws Exception {
        register("One", "taken@acme.example");
        long before = log.head();

        HttpResponse<String> answer = send("POST", "/api/clients", """
                {"kind": "client", "name": "Two", "contactPoints": [
                  {"type": "email", "value": "free@acme.example"}, {"type": "email", "value": "taken@acme.example"}]}
                """);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(answer.body()).path("detail").asString()).contains("taken@acme.example");
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void a_contact_point_said_twice_stands_once() throws Exception {
        String client = register("Twice", "twice@acme.example").path("id").asString();
        String phone = "{\"type\": \"phone\", \"value\": \"+7 495 765-43-21\"}";

        JsonNode first = JSON.readTree(send("POST", "/api/clients/" + client + "/contact-points", phone).body());
        JsonNode second = JSON.readTree(send("POST", "/api/clients/" + client + "/contact-points", phone).body());

        assertThat(second.path("position").asLong()).isEqualTo(first.path("position").asLong()).isPositive();
    }

    @Test
    void an_owner_is_assigned_from_a_day_on() throws Exception {
        String client = register("Owned", "owned@acme.example").path("id").asString();
        String owner = "{\"owner\": \"Ирина Соколова\", \"since\": \"2026-03-02T09:00:00Z\"}";

        HttpResponse<String> answer = send("POST", "/api/clients/" + client + "/owner", owner, "Ольга Петрова");

        assertThat(answer.statusCode()).isEqualTo(201);
        long position = JSON.readTree(answer.body()).path("position").asLong();
        assertThat(at(position)).isEqualTo(new OwnerAssigned(ClientId.of(client), "Ирина Соколова",
                Instant.parse("2026-03-02T09:00:00Z")));
    }

    @Test
    void a_client_is_renamed() throws Exception {
        String client = register("+74957654322", "renamed@acme.example").path("id").asString();

        HttpResponse<String> answer = send("POST", "/api/clients/" + client + "/name", "{\"name\": \" Acme \"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(at(JSON.readTree(answer.body()).path("position").asLong()))
                .isEqualTo(new ClientRenamed(ClientId.of(client), "Acme"));
    }

    @Test
    void what_is_no_address_is_refused_in_words() throws Exception {
        HttpResponse<String> answer = send("POST", "/api/clients", """
                {"kind": "client", "name": "Odd", "contactPoints": [{"type": "phone", "value": "12"}]}
                """);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("detail").asString()).contains("is not a phone number");
    }

    @Test
    void a_meeting_is_planned_and_held_and_decided_at() throws Exception {
        String client = register("Planner", "planner@acme.example").path("id").asString();
        HttpResponse<String> planned = send("POST", "/api/interactions", """
                {"clientId": "%s", "channel": "meeting", "plannedFor": "%s", "subject": "The pump"}
                """.formatted(client, Instant.now()));
        assertThat(planned.statusCode()).isEqualTo(201);
        String visit = JSON.readTree(planned.body()).path("id").asString();

        HttpResponse<String> held = send("POST", "/api/interactions/" + visit + "/outcome",
                "{\"state\": \"held\", \"text\": \"She agreed.\"}");
        HttpResponse<String> decided = send("POST", "/api/interactions/" + visit + "/decisions",
                "{\"decision\": \"offer\", \"options\": [\"offer\", \"wait\"], \"reason\": \"She asked.\"}");

        assertThat(held.statusCode()).isEqualTo(200);
        long position = JSON.readTree(held.body()).path("position").asLong();
        assertThat(at(position)).isInstanceOf(InteractionHeld.class);
        assertThat(decided.statusCode()).isEqualTo(201);
        assertThat(at(JSON.readTree(decided.body()).path("position").asLong()))
                .isInstanceOfSatisfying(DecisionTaken.class, decision -> assertThat(decision.takenAt())
                        .isGreaterThanOrEqualTo(position));
    }

    @Test
    void what_is_planned_for_another_day_is_only_called_off_by_now() throws Exception {
        String client = register("Ahead", "ahead@acme.example").path("id").asString();
        String visit = JSON.readTree(send("POST", "/api/interactions", """
                {"clientId": "%s", "channel": "meeting", "plannedFor": "%s", "subject": "The pump"}
                """.formatted(client, Instant.now().plus(Duration.ofDays(2)))).body()).path("id").asString();

        HttpResponse<String> held = send("POST", "/api/interactions/" + visit + "/outcome", "{\"state\": \"held\"}");
        HttpResponse<String> cancelled = send("POST", "/api/interactions/" + visit + "/outcome",
                "{\"state\": \"cancelled\"}");

        assertThat(held.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(held.body()).path("detail").asString()).contains("that day has not come");
        assertThat(cancelled.statusCode()).isEqualTo(200);
    }

    @Test
    void what_staff_say_keeps_the_times_they_state() throws Exception {
        Instant lastYear = Instant.parse("2025-06-01T10:00:00Z");
        HttpResponse<String> registered = send("POST", "/api/clients", """
                {"name": "Imported", "contactPoints": [], "since": "2024-01-10T09:00:00Z"}
                """);
        String client = JSON.readTree(registered.body()).path("id").asString();
        String visit = JSON.readTree(send("POST", "/api/interactions", """
                {"clientId": "%s", "channel": "meeting", "plannedFor": "%s", "subject": "The pump"}
                """.formatted(client, lastYear)).body()).path("id").asString();

        long missed = position(send("POST", "/api/interactions/" + visit + "/outcome",
                "{\"state\": \"missed\", \"occurredAt\": \"2025-06-01T11:00:00Z\"}"));
        long noted = position(send("POST", "/api/interactions/" + visit + "/notes", """
                {"clientId": "%s", "text": "Snow.", "occurredAt": "2025-06-01T12:00:00Z"}
                """.formatted(client)));

        assertThat(log.at(position(registered)).orElseThrow().occurredAt()).isEqualTo("2024-01-10T09:00:00Z");
        assertThat(log.at(missed).orElseThrow().occurredAt()).isEqualTo("2025-06-01T11:00:00Z");
        assertThat(log.at(noted).orElseThrow().occurredAt()).isEqualTo("2025-06-01T12:00:00Z");
    }

    @Test
    void a_decision_of_yesterday_is_written_down_today() throws Exception {
        String client = register("Decided", "decided@acme.example").path("id").asString();
        Instant yesterday = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        String meeting = JSON.readTree(send("POST", "/api/interactions", """
                {"clientId": "%s", "channel": "meeting", "occurredAt": "%s", "subject": "The pump"}
                """.formatted(client, yesterday)).body()).path("id").asString();

        HttpResponse<String> decided = send("POST", "/api/interactions/" + meeting + "/decisions",
                "{\"decision\": \"offer\", \"occurredAt\": \"%s\"}".formatted(yesterday));

        assertThat(decided.statusCode()).isEqualTo(201);
        assertThat(log.at(position(decided)).orElseThrow().occurredAt()).isEqualTo(yesterday);
    }

    @Test
    void a_decision_is_taken_at_a_mail_that_was_heard() throws Exception {
        InteractionReport mail = mailFrom("decider@acme.example").report();
        broker.publish(List.of(mail), PARTITIONS);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                send("GET", "/api/receipts/" + mail.reportId(), "").statusCode()).isEqualTo(200));

        HttpResponse<String> decided = send("POST", "/api/interactions/" + mail.interactionId() + "/decisions",
                "{\"decision\": \"answer today\"}");

        assertThat(decided.statusCode()).isEqualTo(201);
    }

    @Test
    void nobody_can_be_met_who_is_not_known() throws Exception {
        HttpResponse<String> answer = send("POST", "/api/interactions", """
                {"clientId": "%s", "channel": "note", "text": "Prefers mail."}
                """.formatted(UUID.randomUUID()));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(answer.body()).path("detail").asString()).startsWith("There is no client");
    }

    @Test
    void health_tells_in_words() throws Exception {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode health = get("/actuator/health");
            assertThat(health.path("status").asString()).isEqualTo("UP");
            assertThat(health.at("/components/intake/details/sentence").asString()).startsWith("Intake follows 2");
            assertThat(health.at("/components/eventLog/details/sentence").asString())
                    .startsWith("The event log takes facts");
        });
    }

    private static JsonNode register(String name, String address) throws Exception {
        return JSON.readTree(send("POST", "/api/clients", """
                {"kind": "client", "name": "%s", "contactPoints": [{"type": "email", "value": "%s"}]}
                """.formatted(name, address)).body());
    }

    private static long position(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).path("position").asLong();
    }

    private static Object at(long position) {
        return log.at(position).flatMap(StoredEvent::event).orElseThrow();
    }

    private static JsonNode get(String path) throws Exception {
        return JSON.readTree(send("GET", path, "").body());
    }

    private static HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(method, path, body, "");
    }

    private static HttpResponse<String> send(String method, String path, String body, String actor)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest
                .newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, BodyPublishers.ofString(body)).header("Content-Type", "application/json")
                .header("Hub-Actor", URLEncoder.encode(actor, StandardCharsets.UTF_8)).build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
