package org.interactionhub.queries.reading;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * As of when a question is asked.
 *
 * @param position what is recorded behind it was not known then; {@link #EVERYTHING} if nothing is left out
 * @param knownAt when that was, null for now
 * @param at the moment of the world for which it is asked what was valid, null for now and ever
 */
public record AsOf(long position, @Nullable Instant knownAt, @Nullable Instant at) {

    /** Behind every position there is, and before the end of what holds still. */
    public static final long EVERYTHING = Long.MAX_VALUE - 1;
    public static final AsOf NOW = new AsOf(EVERYTHING, null, null);

    private static final String POSITION = "position:";

    /**
     * @param asOf an ISO instant, or {@code position:N}; null for now
     * @throws org.interactionhub.door.Refusal 400 if it is neither
     */
    public static AsOf of(@Nullable String asOf, @Nullable Instant at, EventLog log) {
        String known = Parameters.words(asOf);
        if (known == null) {
            return new AsOf(EVERYTHING, null, at);
        }
        if (!known.toLowerCase(Locale.ROOT).startsWith(POSITION)) {
            Instant moment = Parameters.time("asOf", known);
            return moment == null ? new AsOf(EVERYTHING, null, at) : new AsOf(log.recordedBy(moment), moment, at);
        }
        Long position = Parameters.value("asOf", known.substring(POSITION.length()), AsOf::position);
        return position == null
                ? new AsOf(EVERYTHING, null, at)
                : new AsOf(position, log.at(Math.min(position, log.head())).map(StoredEvent::recordedAt).orElse(null),
                        at);
    }

    /** The same as text that {@link #of} takes. */
    public static String at(long position) {
        return POSITION + position;
    }

    public boolean isNow() {
        return position == EVERYTHING && at == null;
    }

    /** The moment of the world of which is asked who looks after somebody and which link holds. */
    public Instant moment(Clock clock) {
        if (at != null) {
            return at;
        }
        return knownAt == null ? clock.instant() : knownAt;
    }

    private static Long position(String text) {
        if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("'" + text + "' is no position of the log, such as position:1250");
        }
        return Long.valueOf(text);
    }
}
