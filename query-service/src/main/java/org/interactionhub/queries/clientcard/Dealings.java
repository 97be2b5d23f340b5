package org.interactionhub.queries.clientcard;

import java.time.Instant;
import java.util.List;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionId;
import org.jspecify.annotations.Nullable;

/**
 * What passes between a client and us, at a glance.
 *
 * @param channels on which there is or will be anything, in a fixed order; notes among ourselves are none
 * @param plans that are open, the earliest first
 * @param decisions the last ones at her newest contacts, the newest first
 */
public record Dealings(List<OnChannel> channels, List<OpenPlan> plans, List<Taken> decisions) {

    /** How many months {@link OnChannel#months} tells of. */
    public static final int MONTHS = 12;

    /**
     * One channel.
     *
     * @param lastAt null if there was no contact yet
     * @param nextAt when the next one is planned, null if none is
     * @param months how many contacts there were in each of the last {@link #MONTHS} months, the current one last; months are
     *            those of the zone that pages are shown in
     */
    public record OnChannel(Channel channel, @Nullable Instant lastAt, @Nullable Instant nextAt,
            List<Integer> months) {}

    /**
     * A planned contact that neither took place nor was called off.
     *
     * @param overdue whether its time is over
     */
    public record OpenPlan(InteractionId interactionId, Channel channel, Instant plannedFor, @Nullable String subject,
            boolean overdue) {}

    /**
     * What was decided.
     *
     * @param by who decided, null if unknown
     */
    public record Taken(InteractionId interactionId, String decision, @Nullable String reason, @Nullable String by,
            Instant occurredAt) {}
}
