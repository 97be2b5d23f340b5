package org.interactionhub.queries.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.interactionhub.door.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a question, or refuses them in a sentence. A missing or empty one is null. */
public final class Parameters {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Parameters() {}

    /** A whole number between 1 and {@code most}. */
    public static int limit(@Nullable String text, int otherwise, int most) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw refused("limit", text, "a whole number from 1 to " + most, e);
        }
        throw refused("limit", text, "a whole number from 1 to " + most, null);
    }

    /** A time such as {@code 2026-11-24T09:30:00Z}; a date alone means its beginning in UTC. */
    public static @Nullable Instant time(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        // a plus sign that nobody escaped arrives as a blank
        String escaped = text.trim().replace(' ', '+');
        try {
            return inRange(escaped.indexOf('T') < 0
                    ? LocalDate.parse(escaped).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(escaped).toInstant());
        } catch (DateTimeException e) {
            throw refused(name, text, "a time such as 2026-11-24T09:30:00Z or a date such as 2026-11-24", e);
        }
    }

    /** @throws DateTimeException if no calendar of ours, and no timestamp of PostgreSQL, has this time */
    static Instant inRange(Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new DateTimeException(time + " lies outside the years 1 to 9999");
        }
        return time;
    }

    /** A value of a type whose {@code of} method says in a sentence what it takes. */
    public static <T> @Nullable T value(String name, @Nullable String text, Function<String, T> of) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return of.apply(text.trim());
        } catch (IllegalArgumentException e) {
            Refusal refusal = Refusal
                    .badRequest("The parameter '" + name + "' cannot be used: " + e.getMessage() + ".");
            refusal.initCause(e);
            throw refusal;
        }
    }

    /** An id from a path; one that is not even the form of an id names nothing. */
    public static <T> T id(String text, Function<String, T> of, String nothing) {
        try {
            return of.apply(text);
        } catch (IllegalArgumentException e) {
            Refusal refusal = Refusal.notFound(nothing);
            refusal.initCause(e);
            throw refusal;
        }
    }

    /** The text without blanks around it, and without NUL, which PostgreSQL does not take. */
    public static @Nullable String words(@Nullable String text) {
        String plain = text == null ? "" : text.replace("\0", "").strip();
        return plain.isEmpty() ? null : plain;
    }

    static Refusal refused(String name, String text, String asked, @Nullable Exception cause) {
        Refusal refusal = Refusal
                .badRequest("The parameter '" + name + "' is '" + text + "'; " + asked + " is asked for.");
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }
}
