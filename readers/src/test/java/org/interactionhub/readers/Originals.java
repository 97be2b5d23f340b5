package org.interactionhub.readers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionReport;

/** Originals in the words of tests. */
final class Originals {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static final Readers READERS = new Readers("RU");

    private Originals() {}

    /** Received by sales@hub.example. */
    static Received mail(byte[] bytes) {
        return new Received(Channel.EMAIL, "sales@hub.example", "message/rfc822", bytes, NOON,
                Map.of("recipient", "sales@hub.example"));
    }

    static Received mail(String text) {
        return mail(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    static Received form(String contentType, String body) {
        return new Received(Channel.WEB_FORM, "callback", contentType, body.getBytes(StandardCharsets.UTF_8), NOON,
                Map.of("idempotency-key", "key-1"));
    }

    static Received call(String json) {
        return new Received(Channel.PHONE, "office", "application/json", json.getBytes(StandardCharsets.UTF_8), NOON,
                Map.of());
    }

    static Received callLog(String csv) {
        return new Received(Channel.PHONE, "office", "text/csv", csv.getBytes(StandardCharsets.UTF_8), NOON, Map.of());
    }

    static Received chat(String json) {
        return new Received(Channel.CHAT, "support-bot", "application/json", json.getBytes(StandardCharsets.UTF_8),
                NOON,
                Map.of());
    }

    static InteractionReport reading(Received received) {
        return readings(received).getFirst();
    }

    static List<InteractionReport> readings(Received received) {
        try {
            return READERS.read(received);
        } catch (NotItsContentType e) {
            throw new AssertionError(e);
        }
    }
}
