package org.interactionhub.queries.console.portfolio;

import java.time.Duration;
import java.time.Instant;
import org.interactionhub.queries.console.frame.Moment;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.portfolio.Handover.State;
import org.interactionhub.queries.portfolio.Handover;
import org.jspecify.annotations.Nullable;

/**
 * Something that was handed over.
 *
 * @param clients how many, in words
 * @param time from when, and through which day
 * @param state as a key of the messages
 * @param soon whether it ends within days
 * @param by who said it, and when
 * @param undone null as long as it stands
 */
record HandoverRow(String id, String from, String to, String clients, String time, String state, boolean soon,
        @Nullable String reason, Moment at, String by, @Nullable Undone undone) {

    private static final Duration SOON = Duration.ofDays(7);

    record Undone(@Nullable String reason, Moment at, String by) {}

    static HandoverRow of(Handover handover, Visitor visitor) {
        Moment at = visitor.times().moment(handover.recordedAt());
        Handover.Undone undone = handover.undone();
        return new HandoverRow(handover.id().toString(), name(handover.from(), visitor), name(handover.to(), visitor),
                visitor.words().count("clients.hits", handover.clients()),
                time(handover.since(), handover.until(), visitor), handover.state().value(),
                endsSoon(handover, visitor.times().now()), handover.reason(), at,
                visitor.words().by(handover.by(), at), undone == null ? null : undone(undone, visitor));
    }

    static String name(@Nullable String owner, Visitor visitor) {
        return owner == null ? visitor.words().say("portfolios.nobody") : owner;
    }

    /** The last day is one on which it still holds. */
    static String time(Instant since, @Nullable Instant until, Visitor visitor) {
        String from = visitor.times().date(since);
        return until == null
                ? visitor.words().say("portfolios.forgood", from)
                : visitor.words().say("portfolios.through", from, visitor.times().date(until.minusMillis(1)));
    }

    private static boolean endsSoon(Handover handover, Instant now) {
        Instant until = handover.until();
        return handover.state() == State.HOLDS && until != null && until.isBefore(now.plus(SOON));
    }

    private static Undone undone(Handover.Undone undone, Visitor visitor) {
        Moment at = visitor.times().moment(undone.recordedAt());
        return new Undone(undone.reason(), at, visitor.words().by(undone.by(), at));
    }
}
