package org.interactionhub.queries.portfolio;

import java.time.Instant;
import java.util.List;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.HandoverId;
import org.jspecify.annotations.Nullable;

/**
 * Who would change hands.
 *
 * @param from whose the clients are, by name; null: nobody's
 * @param to whose they would become; null: nobody's
 * @param until exclusive; null: for good
 * @param count how many clients
 * @param clients all of them, by latest contact: their ids are what is handed over
 * @param plans how many open plans go along
 * @param overdue how many of these should have taken place by now
 * @param promises the plans, up to {@link Portfolios#MOST_PROMISES}, the earliest first
 */
public record HandoverPreview(@Nullable String from, @Nullable String to, Instant since, @Nullable Instant until,
        int count, List<ChangingHands> clients, long plans, long overdue, List<Promise> promises) {

    /**
     * A client.
     *
     * @param owner who looks after her now; null if nobody does
     * @param lastContactAt null if never
     * @param standIn a handover with an end that holds for some of the same time; null if there is none
     */
    public record ChangingHands(ClientId id, String name, @Nullable String owner, @Nullable Instant lastContactAt,
            @Nullable StandIn standIn) {}

    /** Somebody stands in for a time. */
    public record StandIn(HandoverId handover, @Nullable String from, @Nullable String to, Instant since,
            Instant until) {}
}
