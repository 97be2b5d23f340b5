package org.interactionhub.queries.reading;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.interactionhub.door.Refusal;
import org.jspecify.annotations.Nullable;

/** The place in a list where the next page begins, as text that nobody needs to understand. */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "|";

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(Object... parts) {
        return new Cursor(List.of(parts).stream().map(String::valueOf).toList());
    }

    /** @throws Refusal 400 if no list with {@code size} parts in its cursors gave this text */
    public static Cursor parse(String text, int size) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split("\\" + SEPARATOR, -1));
            if (parts.size() == size) {
                return new Cursor(parts);
            }
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
        throw refused(null);
    }

    /** The part at this index as a whole number. */
    public long number(int index) {
        try {
            return Long.parseLong(parts.get(index));
        } catch (NumberFormatException e) {
            throw refused(e);
        }
    }

    /** The parts at these indexes as seconds since 1970 and nanoseconds. */
    public Instant time(int seconds, int nanos) {
        try {
            return Parameters.inRange(Instant.ofEpochSecond(number(seconds), number(nanos)));
        } catch (DateTimeException | ArithmeticException e) {
            throw refused(e);
        }
    }

    /** The part at this index as a UUID. */
    public UUID uuid(int index) {
        try {
            return UUID.fromString(parts.get(index));
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    public String text() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    private static Refusal refused(@Nullable Exception cause) {
        Refusal refusal = Refusal
                .badRequest("That is no place in this list; take the value of 'next' from the page before as it is.");
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }
}
