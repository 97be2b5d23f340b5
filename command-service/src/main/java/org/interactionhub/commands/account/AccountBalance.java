package org.interactionhub.commands.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account of ours is, what it received and what became of it.
 *
 * @param title what people call it, null if nobody said; as {@code legalEntity} and {@code office} of ours
 * @param recorded reports that became facts
 * @param shown how many of them the history shows, null as long as there is no history
 * @param lastReceivedAt null if nothing was received yet
 */
record AccountBalance(String channel, String account, @Nullable String title, @Nullable String legalEntity,
        @Nullable String office, long received, long recorded, long duplicate, long deadLettered,
        long refused, @Nullable Long shown, @Nullable Instant lastReceivedAt) {

    /** True if every report received is accounted for. */
    @JsonProperty
    boolean balanced() {
        return received == recorded + duplicate + deadLettered + refused;
    }

    /** Reports recorded that the history does not show yet, null as long as there is no history. */
    @JsonProperty
    @Nullable
    Long inFlight() {
        Long seen = shown();
        return seen == null ? null : Math.max(0, recorded - seen);
    }
}
