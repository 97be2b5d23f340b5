package org.interactionhub.queries.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.interactionhub.queries.clientcard.Dealings.OnChannel;
import org.interactionhub.queries.clientcard.Dealings.OpenPlan;
import org.interactionhub.queries.clientcard.Dealings.Taken;
import org.interactionhub.queries.clientcard.Dealings;
import org.interactionhub.queries.console.frame.Moment;
import org.interactionhub.queries.console.frame.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * What passes between a client and us, at a glance.
 *
 * @param self where the same can be had again
 */
record CardView(String self, List<ChannelRow> channels, List<PlanRow> plans, List<DecisionRow> decisions) {

    private static final int HIGHEST = 16;
    private static final int STEP = 5;
    private static final int PLANS = 5;

    /**
     * One channel.
     *
     * @param last null if there was no contact yet
     * @param next null if none is planned
     * @param bars a bar for each month in which there was a contact
     * @param told the same in words
     */
    record ChannelRow(String channel, @Nullable Moment last, @Nullable Moment next, List<Bar> bars, String told) {}

    /** A rectangle of a picture that is {@link #HIGHEST} high. */
    record Bar(int x, int y, int height) {}

    record PlanRow(String channel, Moment at, @Nullable String subject, boolean overdue) {}

    record DecisionRow(String what, String by, Moment at) {}

    public boolean isEmpty() {
        return channels.isEmpty() && plans.isEmpty() && decisions.isEmpty();
    }

    static CardView of(Dealings dealings, String self, Visitor visitor) {
        int most = dealings.channels().stream().flatMap(channel -> channel.months().stream())
                .mapToInt(Integer::intValue).max().orElse(0);
        return new CardView(self, dealings.channels().stream().map(channel -> row(channel, most, visitor)).toList(),
                dealings.plans().stream().limit(PLANS).map(plan -> row(plan, visitor)).toList(),
                dealings.decisions().stream().map(decision -> row(decision, visitor)).toList());
    }

    private static ChannelRow row(OnChannel channel, int most, Visitor visitor) {
        List<Bar> bars = new ArrayList<>();
        for (int month = 0; month < channel.months().size(); month++) {
            int contacts = channel.months().get(month);
            if (contacts > 0) {
                int height = Math.max(2, Math.round((float) HIGHEST * contacts / most));
                bars.add(new Bar(month * STEP, HIGHEST - height, height));
            }
        }
        int year = channel.months().stream().mapToInt(Integer::intValue).sum();
        return new ChannelRow(channel.channel().value(), moment(channel.lastAt(), visitor),
                moment(channel.nextAt(), visitor), bars, visitor.words().count("card.year", year));
    }

    private static PlanRow row(OpenPlan plan, Visitor visitor) {
        return new PlanRow(plan.channel().value(), visitor.times().moment(plan.plannedFor()), plan.subject(),
                plan.overdue());
    }

    private static DecisionRow row(Taken decision, Visitor visitor) {
        Moment at = visitor.times().moment(decision.occurredAt());
        return new DecisionRow(decision.decision(), visitor.words().by(decision.by(), at), at);
    }

    private static @Nullable Moment moment(@Nullable Instant time, Visitor visitor) {
        return time == null ? null : visitor.times().moment(time);
    }
}
