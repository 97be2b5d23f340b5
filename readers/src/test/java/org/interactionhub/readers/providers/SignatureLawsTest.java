package org.interactionhub.readers.providers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

class SignatureLawsTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_795_514_400);
    private static final List<String> SECRET = List.of("a secret of ours");
    private static final String BODY = "{\"text\":\"Здравствуйте\"}";
    private static final String RIGHT = "f2e3f59e46ce801d8fecab2010de71b3be799202d5a6eafb4a57ccd5c9ed3017";

    private final Signature slack = Providers.known().signature("slack").orElseThrow();

    @Property(tries = 200)
    void no_other_body_has_the_signature(@ForAll @NotEmpty String other) {
        assertThat(slack.objection(posting(BODY + other, RIGHT), SECRET, NOW)).isPresent();
    }

    @Property(tries = 200)
    void no_other_signature_is_right(@ForAll String other) {
        assertThat(slack.objection(posting(BODY, other), SECRET, NOW)).isPresent();
    }

    private static Posting posting(String body, String signature) {
        return new Posting("https://hub.example/intake/chats/support",
                Map.of("x-slack-signature", "v0=" + signature, "x-slack-request-timestamp", "1795514400"),
                body.getBytes(UTF_8));
    }
}
