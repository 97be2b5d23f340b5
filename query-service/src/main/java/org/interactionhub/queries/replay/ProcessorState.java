package org.interactionhub.queries.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far something that follows the log, the topic of reports or the shown history is.
 *
 * @param follows what position, head and behind count
 * @param behind what it has not taken yet
 * @param secondsBehind how long the oldest of that waits, 0 if nothing does
 * @param eventsPerSecond what it took a second lately, null for what is built anew from time to time
 * @param state whether it goes on
 * @param lastError a sentence about what stops it, null if nothing does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProcessorState(String name, Follows follows, long position, long head, long behind,
        double secondsBehind, @Nullable Long eventsPerSecond, State state, @Nullable String lastError) {

    /** What a processor goes through. */
    public enum Follows {
        LOG, TOPIC, HISTORY;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a processor goes on: it stands if something stops it, is silent if nobody has heard of it. */
    public enum State {
        GOING, STANDING, STOPPED, SILENT;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
