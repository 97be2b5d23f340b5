package org.interactionhub.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.interactionhub.standalone.datadir.DataDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From every inlet to the timeline, through a real broker and a real database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WholeWayTest {

    /** The promise is two seconds; the machine of a test may be busy with other things. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final String MAIL = """
            From: Anna Petrova <anna@whole-way.example>
            To: info@romashka.example
            Subject: The plan of the site
            Message-ID: <plan-1@whole-way.example>
            Date: Mon, 16 Nov 2026 10:00:00 +0300
            Content-Type: text/plain; charset=utf-8

            Здравствуйте, план во вложении.
            """.replace("\n", "\r\n");

    @TempDir
    static Path root;

    private static RunningHub hub;
    private static Outside outside;

    @BeforeAll
    static void start() throws Exception {
        Settings settings = Settings
                .from(Map.of("HUB_HTTP_PORT", "0", "HUB_SMTP_PORT", "0", "HUB_DATA", root.toString()));
        hub = new RunningHub(new DataDirectory(root), settings, () -> {
        });
        hub.start();
        outside = new Outside(settings.address(), settings.address(), settings.smtp().number());
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    @Test
    void a_mail_pushed_by_a_gateway_stands_on_the_timeline_byte_for_byte() throws Exception {
        // When
        outside.posts("/intake/emails?to=info@romashka.example", "message/rfc822", MAIL);
        // Then
        soon(() -> assertThat(outside.timelineOf("anna@whole-way.example")).hasSize(1).first()
                .satisfies(item -> {
                    assertThat(item.path("subject").asString()).isEqualTo("The plan of the site");
                    assertThat(original(item)).isEqualTo(MAIL.getBytes(StandardCharsets.UTF_8));
                }));
    }

    @Test
    void a_mail_by_smtp_sent_twice_stands_once_byte_for_byte() throws Exception {
        // Given
        String mail = MAIL.replace("anna@", "olga@").replace("plan-1", "plan-2");
        // When
        outside.mails("olga@whole-way.example", "info@romashka.example", mail);
        outside.mails("olga@whole-way.example", "info@romashka.example", mail);
        // Then
        soon(() -> assertThat(outside.timelineOf("olga@whole-way.example")).hasSize(1).first()
                .satisfies(item -> assertThat(original(item)).isEqualTo(mail.getBytes(StandardCharsets.UTF_8))));
        soon(() -> assertThat(account("info@romashka.example").path("duplicate").asLong()).isPositive());
    }

    @Test
    void a_form_posted_twice_with_one_key_stands_once() throws Exception {
        // When
        String first = form("ivan@whole-way.example", "8 (903) 100-00-01", "key-1");
        String second = form("ivan@whole-way.example", "8 (903) 100-00-01", "key-1");
        // Then
        assertThat(second).isEqualTo(first);
        soon(() -> assertThat(outside.timelineOf("ivan@whole-way.example")).hasSize(1).first()
                .satisfies(item -> assertThat(item.path("channel").asString()).isEqualTo("web-form")));
    }

    @Test
    void ringing_answering_and_hanging_up_are_one_call() throws Exception {
        // When
        for (String step : List.of("\"newCall\"", "\"answer\",\"user\":\"Olga\"",
                "\"hangup\",\"cause\":\"normalClearing\"")) {
            outside.posts("/intake/calls/office", "application/json", "{\"event\":" + step
                    + ",\"callId\":\"call-1\",\"direction\":\"in\",\"from\":\"8 903 100-00-02\",\"to\":\"+74951234567\"}");
        }
        // Then
        soon(() -> assertThat(outside.timelineOf("+79031000002")).hasSize(1).first()
                .satisfies(item -> {
                    assertThat(item.path("channel").asString()).isEqualTo("phone");
                    assertThat(item.path("attributes").path("answered").asBoolean()).isTrue();
                }));
    }

    @Test
    void a_chat_message_stands_on_the_timeline() throws Exception {
        // When
        outside.posts("/intake/chats/site", "application/json", """
                {"conversation":"c-9","messageId":"m-1","text":"Is the price final?",
                 "from":{"id":"v-77","name":"Ivan","email":"chat@whole-way.example"}}""");
        // Then
        soon(() -> assertThat(outside.timelineOf("chat@whole-way.example"))
                .extracting(item -> item.path("text").asString()).containsExactly("Is the price final?"));
    }

    @Test
    void a_payment_stands_on_the_timeline_and_on_the_card_once() throws Exception {
        // Given
        String payment = """
                {"reference":"481","date":"2026-03-16","amount":"120 000,50","client":{"externalId":"000123","name":"Acme",
                 "email":"books@whole-way.example"}}""";
        // When
        outside.posts("/intake/payments/1c", "application/json", payment);
        outside.posts("/intake/payments/1c", "application/json", payment);
        // Then
        soon(() -> assertThat(outside.timelineOf("books@whole-way.example")).hasSize(1).first()
                .satisfies(item -> assertThat(item.path("subject").asString().replace('\u00A0', ' '))
                        .isEqualTo("Payment 120 000.50 RUB · 481")));
        String client = outside.clientsBy("books@whole-way.example").getFirst();
        assertThat(outside.asks("/api/clients/" + client).at("/booked/0/paid/amount").asString())
                .isEqualTo("120000.50");
        soon(() -> assertThat(account("1c").path("duplicate").asLong()).isPositive());
    }

    @Test
    void a_form_with_address_and_number_then_a_mail_and_a_call_from_these_are_one_client() throws Exception {
        // Given
        form("maria@whole-way.example", "8 (903) 100-00-03", "key-2");
        soon(() -> assertThat(outside.timelineOf("maria@whole-way.example")).hasSize(1));
        // When
        outside.posts("/intake/emails?to=info@romashka.example", "message/rfc822",
                MAIL.replace("anna@", "maria@").replace("plan-1", "plan-3"));
        outside.posts("/intake/calls/office", "application/json",
                "{\"event\":\"newCall\",\"callId\":\"call-2\",\"direction\":\"in\",\"from\":\"+79031000003\",\"to\":\"101\"}");
        // Then
        soon(() -> assertThat(outside.timelineOf("+79031000003"))
                .extracting(item -> item.path("channel").asString())
                .containsExactlyInAnyOrder("web-form", "email", "phone"));
        assertThat(outside.clientsBy("+79031000003")).isEqualTo(outside.clientsBy("maria@whole-way.example"));
    }

    @Test
    void what_cannot_be_read_is_kept_with_its_reason() throws Exception {
        // When
        String receipt = outside.posts("/intake/calls/office", "application/json",
                "{\"event\":\"fax\",\"callId\":\"f-1\"}");
        // Then
        soon(() -> assertThat(outside.asks("/api/receipts/" + receipt).path("state").asString())
                .isEqualTo("dead-lettered"));
    }

    @Test
    void the_sums_of_every_account_hold() throws Exception {
        // When
        form("sums@whole-way.example", "8 (903) 100-00-04", "key-3");
        // Then
        soon(() -> assertThat(outside.timelineOf("sums@whole-way.example")).hasSize(1));
        soon(() -> assertThat(outside.asks("/api/accounts").path("items")).isNotEmpty().allSatisfy(account -> {
            assertThat(account.path("received").asLong()).isEqualTo(sum(account, "recorded", "duplicate",
                    "deadLettered", "refused"));
            assertThat(account.path("shown").asLong()).isEqualTo(account.path("recorded").asLong());
        }));
    }

    private static long sum(JsonNode account, String... columns) {
        return List.of(columns).stream().mapToLong(column -> account.path(column).asLong()).sum();
    }

    private static JsonNode account(String name) throws Exception {
        for (JsonNode account : outside.asks("/api/accounts").path("items")) {
            if (account.path("account").asString().equals(name)) {
                return account;
            }
        }
        throw new AssertionError("there is no account " + name);
    }

    private static String form(String email, String phone, String key) throws Exception {
        return outside.posts("/intake/forms/website", "application/x-www-form-urlencoded",
                "email=" + email + "&phone=" + phone.replace(" ", "+") + "&message=Hello", "Idempotency-Key", key);
    }

    private static byte[] original(JsonNode item) throws Exception {
        return outside.fetches("/api/interactions/" + item.path("interactionId").asString() + "/original");
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(SOON).untilAsserted(assertion);
    }
}
