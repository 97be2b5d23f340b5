package org.interactionhub.channels.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.channels.fixture.RunningInlets.receiptId;

import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.interactionhub.channels.fixture.RunningInlets;
import org.interactionhub.events.ContactPoint;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProofTest {

    private static final String MESSAGE = """
            {"type":"event_callback","team_id":"T1","event":{"type":"message","channel":"C1","user":"U7",
            "text":"Pump 12?","ts":"1795514400.000200"}}""";

    private final RunningInlets inlets = RunningInlets.shared();

    @Test
    void what_a_source_has_signed_is_taken() throws GeneralSecurityException {
        var answer = postAsSlack(MESSAGE, "a secret of ours", Instant.now());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(inlets.reports().report(receiptId(answer)).text()).isEqualTo("Pump 12?");
    }

    @Test
    void what_it_has_not_signed_is_refused_and_counted() throws GeneralSecurityException {
        double before = inlets.counted("chat", "forged");

        assertThat(postAsSlack(MESSAGE, "guessed", Instant.now()).statusCode()).isEqualTo(403);
        assertThat(postAsSlack(MESSAGE, "a secret of ours", Instant.now().minusSeconds(3_600)).statusCode())
                .isEqualTo(403);
        assertThat(inlets.post("/intake/chats/team", "application/json", MESSAGE.getBytes(UTF_8)).statusCode())
                .isEqualTo(403);
        assertThat(inlets.counted("chat", "forged")).isEqualTo(before + 3);
    }

    @Test
    void a_source_without_a_secret_proves_nothing() {
        assertThat(inlets.post("/intake/chats/nobody-set-it-up", "application/json", MESSAGE.getBytes(UTF_8))
                .statusCode()).isEqualTo(202);
    }

    @Test
    void a_challenge_is_echoed_and_kept_by_nobody() {
        var answer = inlets.post("/intake/chats/any", "application/json",
                "{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"3eZbrw\"}".getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("3eZbrw");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    }

    @Test
    void a_service_of_forms_that_only_tries_the_address_is_told_yes() {
        var answer = inlets.post("/intake/forms/callback", "application/x-www-form-urlencoded",
                "test=test".getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"test\":\"test\",\"email\":\"anna@acme.example\"}",
            "{\"test\":\"test\",\"answers\":{\"email\":\"anna@acme.example\"}}"})
    void a_form_that_says_more_than_a_trial_is_kept(String form) {
        var answer = inlets.post("/intake/forms/callback", "application/json", form.getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(inlets.reports().report(receiptId(answer)).stated()).extracting(ContactPoint::value)
                .containsExactly("anna@acme.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deals", "payments"})
    void the_books_of_the_company_are_believed_only_what_they_signed(String door) throws GeneralSecurityException {
        String booking = """
                {"reference": "ПП-9", "date": "2026-03-16", "amount": "10,00", "email": "anna@acme.example"}""";
        double before = inlets.counted("business", "forged");

        var guessed = postSigned(door, booking, "guessed");
        var signed = postSigned(door, booking, "a secret of ours");

        assertThat(guessed.statusCode()).isEqualTo(403);
        assertThat(signed.statusCode()).isEqualTo(202);
        assertThat(inlets.counted("business", "forged")).isEqualTo(before + 1);
    }

    @Test
    void what_is_forged_does_not_take_the_key_of_what_is_signed() throws GeneralSecurityException {
        String form = "{\"email\":\"anna@acme.example\"}";

        assertThat(inlets.post("/intake/forms/ledger", "application/json", "{}".getBytes(UTF_8), "Idempotency-Key",
                "key-of-anna").statusCode()).isEqualTo(403);
        assertThat(inlets.post("/intake/forms/ledger", "application/json", form.getBytes(UTF_8), "Idempotency-Key",
                "key-of-anna", "X-Hub-Signature-256", "sha256=" + hmac(form, "a secret of ours")).statusCode())
                .isEqualTo(202);
        assertThat(inlets.post("/intake/forms/ledger", "application/json", "{}".getBytes(UTF_8), "Idempotency-Key",
                "key-of-anna").statusCode()).isEqualTo(403);
    }

    @Test
    void a_challenge_by_get_is_answered_to_who_knows_the_token() {
        String asked = "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";

        assertThat(inlets.get("/intake/chats/pump-shop" + asked + "shibboleth").body()).isEqualTo("1158201444");
        assertThat(inlets.get("/intake/chats/pump-shop" + asked + "sibboleth").statusCode()).isEqualTo(403);
        assertThat(inlets.get("/intake/chats/any" + asked + "shibboleth").statusCode()).isEqualTo(404);
    }

    @Test
    void a_provider_hears_what_it_wants_to_hear() {
        var confirmation = inlets.post("/intake/chats/community", "application/json",
                "{\"type\":\"confirmation\",\"group_id\":900}".getBytes(UTF_8));
        var message = inlets.post("/intake/chats/community", "application/json", """
                {"type":"message_new","group_id":900,"secret":"a secret of ours","object":{"message":{"date":1795514400,
                "from_id":55,"peer_id":55,"conversation_message_id":3,"text":"?"}}}""".getBytes(UTF_8));

        assertThat(confirmation.body()).isEqualTo("1a2b3c");
        assertThat(message.statusCode()).isEqualTo(200);
        assertThat(message.body()).isEqualTo("ok");
    }

    private HttpResponse<String> postAsSlack(String body, String secret, Instant at)
            throws GeneralSecurityException {
        long second = at.getEpochSecond();
        String signature = hmac("v0:" + second + ":" + body, secret);
        return inlets.post("/intake/chats/team", "application/json", body.getBytes(UTF_8), "X-Slack-Signature",
                "v0=" + signature, "X-Slack-Request-Timestamp", String.valueOf(second));
    }

    private HttpResponse<String> postSigned(String door, String body, String secret) throws GeneralSecurityException {
        return inlets.post("/intake/" + door + "/ledger", "application/json", body.getBytes(UTF_8),
                "X-Hub-Signature-256", "sha256=" + hmac(body, secret));
    }

    private static String hmac(String text, String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    }
}
