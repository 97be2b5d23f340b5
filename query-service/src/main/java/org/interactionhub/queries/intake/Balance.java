package org.interactionhub.queries.intake;

import java.time.Instant;
import org.interactionhub.queries.timeline.Ours;
import org.jspecify.annotations.Nullable;

/**
 * What an account of ours is, what it received, what became of it, and how much of it is shown. All of one moment.
 *
 * @param ours which of us it is, null if nobody said
 * @param shown recorded reports that the history holds
 * @param caughtUp true if the history held the whole log at that moment
 * @param lastReceivedAt null if nothing was received yet
 */
public record Balance(String channel, String account, @Nullable Ours ours, long received, long recorded, long duplicate,
        long deadLettered,
        long refused, long shown, boolean caughtUp, @Nullable Instant lastReceivedAt) {

    /** True if every report received came to one of its four ends. */
    public boolean addsUp() {
        return received == recorded + duplicate + deadLettered + refused;
    }

    /** True unless something recorded is missing that cannot be on its way any more, or more is shown than there is. */
    public boolean isShown() {
        return shown == recorded || shown < recorded && !caughtUp;
    }
}
