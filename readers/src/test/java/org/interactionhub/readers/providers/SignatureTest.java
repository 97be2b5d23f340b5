package org.interactionhub.readers.providers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignatureTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_795_514_400);
    private static final List<String> SECRET = List.of("a secret of ours");
    private static final String BODY = "{\"text\":\"Здравствуйте\"}";
    private static final String SLACK = "v0=f2e3f59e46ce801d8fecab2010de71b3be799202d5a6eafb4a57ccd5c9ed3017";
    private static final Providers PROVIDERS = Providers.known();

    private static Signature recipe(String name) {
        return PROVIDERS.signature(name).orElseThrow();
    }

    private static Posting posting(String body, Map<String, String> headers) {
        return new Posting("https://hub.example/intake/chats/support", headers, body.getBytes(UTF_8));
    }

    private static Posting slack(String body, String signature) {
        return posting(body,
                Map.of("x-slack-signature", signature, "x-slack-request-timestamp", "1795514400"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "hub-sha256|x-hub-signature-256|sha256=9cf825ad726e56be35bc2d49dec2272926070ce29105556a46eabb5d1d8107f4",
            "viber|x-viber-content-signature|9CF825AD726E56BE35BC2D49DEC2272926070CE29105556A46EABB5D1D8107F4",
            "line|x-line-signature|nPglrXJuVr41vC1J3sInKSYHDOKRBVVqRuq7XR2BB/Q=",
            "typeform|typeform-signature|sha256=nPglrXJuVr41vC1J3sInKSYHDOKRBVVqRuq7XR2BB/Q=",
            "stripe-style|stripe-signature|t=1795514400,v0=00,v1=91210e2ca2f902270f4f33952d3279ef68b52b4e81141a70f1416c3dd8f59755",
            "telegram|x-telegram-bot-api-secret-token|a secret of ours"})
    void the_signature_of_a_provider_is_right_and_that_of_another_secret_is_not(String name, String header,
            String signature) {
        Posting posting = posting(BODY, Map.of(header, signature));

        assertThat(recipe(name).objection(posting, SECRET, NOW)).isEmpty();
        assertThat(recipe(name).objection(posting, List.of("another"), NOW)).contains("The signature is not right.");
    }

    @Test
    void a_signature_by_standard_webhooks_is_one_of_several() {
        Posting posting = posting(BODY, Map.of("webhook-id", "msg_1", "webhook-timestamp", "1795514400",
                "webhook-signature", "v1,bm90IHRoaXM= v1,aqvH2GPGE/fY1rBMjjGH1Yj0r5wkUUcj1Bt/jpYVxMA="));

        assertThat(recipe("standard-webhooks").objection(posting,
                List.of("whsec_b2xkZXI=", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3"), NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"https://hub.example/intake/calls/office?a=1", "https://hub.example:443/intake/calls/office?a=1"})
    void an_address_is_signed_with_the_fields_of_a_form_whether_or_not_its_port_is_named(String url) {
        Posting posting = new Posting(url, Map.of("content-type", "application/x-www-form-urlencoded",
                "x-twilio-signature", "JUUmdwAIPoTtE5qkn+wG2TNObac="),
                "From=%2B79031234567&CallSid=CA1".getBytes(UTF_8));

        assertThat(recipe("twilio").objection(posting, SECRET, NOW)).isEmpty();
    }

    @Test
    void a_secret_may_stand_in_what_is_hashed() {
        Posting posting = new Posting(
                "https://hub.example/x?a=x%26y&timestamp=1795514400&sig=ccf9351964dc2b66113c5f17ac6c4f10", Map.of(),
                new byte[0]);

        assertThat(recipe("vonage-md5hash").objection(posting, SECRET, NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "vonage-md5hash|https://hub.example/x?a=x%26y&timestamp=1795514400&sig=ccf9351964dc2b66113c5f17ac6c4f10",
            "twilio|https://hub.example/intake/calls/office"})
    void a_signature_that_leaves_the_body_out_proves_no_body(String name, String url) {
        Posting posting = new Posting(url, Map.of("content-type", "application/json", "x-twilio-signature", "c2lnbmVk"),
                BODY.getBytes(UTF_8));

        assertThat(recipe(name).objection(posting, SECRET, NOW)).contains("The body is not what was signed.");
    }

    @Test
    void a_secret_may_stand_in_the_body() {
        assertThat(recipe("vk").objection(posting("{\"secret\":\"a secret of ours\"}", Map.of()), SECRET, NOW))
                .isEmpty();
        assertThat(recipe("vk").objection(posting("{\"secret\":\"guessed\"}", Map.of()), SECRET, NOW)).isPresent();
    }

    @Test
    void a_right_signature_is_refused_when_it_is_old_or_of_a_time_to_come() {
        assertThat(recipe("slack").objection(slack(BODY, SLACK), SECRET, NOW.plusSeconds(300))).isEmpty();
        assertThat(recipe("slack").objection(slack(BODY, SLACK), SECRET, NOW.plusSeconds(301))).isPresent();
        assertThat(recipe("slack").objection(slack(BODY, SLACK), SECRET, NOW.minusSeconds(301))).isPresent();
    }

    @Test
    void a_posting_without_a_signature_is_not_believed() {
        assertThat(recipe("slack").objection(posting(BODY, Map.of()), SECRET, NOW))
                .contains("The signature is missing.");
    }

    @Test
    void a_secret_that_is_not_of_its_form_proves_nothing() {
        assertThat(recipe("standard-webhooks").takes("whsec_###")).isFalse();
        assertThat(recipe("slack").takes("")).isFalse();
    }
}
