package org.interactionhub.queries.portfolio;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.interactionhub.events.HandoverId;
import org.jspecify.annotations.Nullable;

/**
 * Clients changed hands together.
 *
 * @param from whose they were, by name; null if they were nobody's
 * @param to whose they became; null if nobody was to look after them any more
 * @param clients how many
 * @param until exclusive; null if for good
 * @param reason in words; null if nothing was said
 * @param by who said it, null if she gave no name
 * @param undone null as long as it stands
 */
public record Handover(HandoverId id, @Nullable String from, @Nullable String to, long clients, Instant since,
        @Nullable Instant until, State state, @Nullable String reason, @Nullable String by, Instant recordedAt,
        long position, @Nullable Undone undone) {

    /** How it stands at this moment. */
    public enum State {
        /** its day has not come */
        AHEAD,
        /** it holds, for good or until its end */
        HOLDS,
        /** its end has come, and the clients fell back */
        OVER,
        /** it is as if it had never been told */
        UNDONE;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(Instant since, @Nullable Instant until, boolean undone, Instant now) {
            if (undone) {
                return UNDONE;
            }
            if (since.isAfter(now)) {
                return AHEAD;
            }
            return until == null || until.isAfter(now) ? HOLDS : OVER;
        }
    }

    /**
     * It was taken back.
     *
     * @param reason in words, null if nothing was said
     * @param by who said it, null if she gave no name
     */
    public record Undone(@Nullable String reason, @Nullable String by, Instant recordedAt, long position) {}
}
