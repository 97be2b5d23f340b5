package org.interactionhub.queries.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of a projection from the whole log, and how far it is.
 *
 * @param position the last event it holds; of a view 0 until it is done
 * @param head the last event of the log
 * @param etaSeconds how long it will take yet, all phases counted; null if that is not known or over
 * @param finishedAt null while it runs
 * @param reason why it failed, null if it did not
 * @param rows that a view has so far, null if it is not a view
 * @param phase what it is at, in a word: of the history {@code reading}, {@code folding}, {@code indexing},
 *            {@code catching-up}, {@code swapping}, {@code done}
 * @param share how much of the whole work is done, all phases counted: below 1 until what it builds is shown; null if nobody
 *            knows or it is over
 * @param resumedFrom the position behind which it went on with what an earlier one had done before it was cut off; null if it
 *            began anew
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Replay(UUID id, String projection, State state, long position, long head, long eventsPerSecond,
        @Nullable Long etaSeconds, Instant startedAt, @Nullable Instant finishedAt, @Nullable String reason,
        @Nullable Long rows, @Nullable String phase, @Nullable Double share,
        @Nullable Long resumedFrom) {

    /** How a rebuild stands. */
    public enum State {
        RUNNING, DONE, CANCELLED, FAILED;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
