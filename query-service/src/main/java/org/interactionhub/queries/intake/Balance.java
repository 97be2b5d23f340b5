package org.interactionhub.queries.intake;

import java.time.Instant;

/**
 * What an account of ours received, what became of it, and how much of it is shown. All of one moment.
 *
 * @param shown recorded reports that the history holds
 * @param caughtUp true if the history held the whole log at that moment
 */
public record Balance(String channel, String account, long received, long recorded, long duplicate, long deadLettered,
        long refused, long shown, boolean caughtUp, Instant lastReceivedAt) {

    /** True if every report received came to one of its four ends. */
    public boolean addsUp() {
        return received == recorded + duplicate + deadLettered + refused;
    }

    /** True unless something recorded is missing that cannot be on its way any more, or more is shown than there is. */
    public boolean isShown() {
        return shown == recorded || shown < recorded && !caughtUp;
    }
}
