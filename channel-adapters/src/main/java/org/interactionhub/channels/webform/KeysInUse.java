package org.interactionhub.channels.webform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ReportedOriginal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Remembers for a day, and for the last hundred thousand, what was posted under an idempotency key. Forgetting is
 * harmless: the event store keeps another body under the same key beside the first one, and flags it.
 */
final class KeysInUse {

    private record Key(String form, String key) {}

    private final Cache<Key, String> bodies = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofHours(24))
            .build();

    Claim claim(String form, String key) {
        return new Claim(new Key(form, key));
    }

    /** One posting's hold on its key. */
    final class Claim {

        private final Key key;
        private boolean first;

        private Claim(Key key) {
            this.key = key;
        }

        /** @throws Refusal 422 if the key stands for another body */
        void mustStandFor(String contentType, byte[] body) {
            String now = fingerprint(contentType, body);
            String before = bodies.asMap().putIfAbsent(key, now);
            first = before == null;
            if (before != null && !before.equals(now)) {
                throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "This Idempotency-Key was used for another posting"
                        + " of this form. Send each posting with a key of its own.");
            }
        }

        /** The posting was not kept: the key is free again, if this posting was the first to use it. */
        void giveUp() {
            if (first) {
                bodies.invalidate(key);
            }
        }
    }

    /** The same for a multipart form that is sent again with another boundary, as browsers do. */
    private static String fingerprint(String contentType, byte[] body) {
        String boundary = MediaType.parseMediaType(contentType).getParameter("boundary");
        if (boundary == null || boundary.isBlank()) {
            return ReportedOriginal.sha256(body);
        }
        String bare = boundary.replace("\"", "");
        return ReportedOriginal.sha256(new String(body, StandardCharsets.ISO_8859_1).replace(bare, "")
                .getBytes(StandardCharsets.ISO_8859_1));
    }
}
