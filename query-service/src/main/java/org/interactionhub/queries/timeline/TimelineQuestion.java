package org.interactionhub.queries.timeline;

import java.time.Instant;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.Direction;
import org.interactionhub.events.ThreadId;
import org.jspecify.annotations.Nullable;

/**
 * Which part of whose timeline. Null leaves a condition away.
 *
 * @param limit 1 to {@link #MOST}
 * @param before the {@code next} of the page before
 * @param from inclusive, in the world's time
 * @param to exclusive, in the world's time
 * @param q words, Russian or English in any form, that a contact must hold all
 * @param asOf as it was known then: an ISO instant, or {@code position:N}
 * @param at as it was valid then: contacts that had happened, by the links that held at that moment
 * @param thread one alone; any mail of a thread begins one that finds the whole
 */
public record TimelineQuestion(ClientId client, int limit, @Nullable String before, @Nullable Channel channel,
        @Nullable Direction direction, @Nullable Instant from, @Nullable Instant to, @Nullable String q,
        @Nullable String asOf, @Nullable Instant at, @Nullable ThreadId thread) {

    public static final int DEFAULT = 50;
    public static final int MOST = 500;

    /** Her newest phone calls. */
    public static TimelineQuestion calls(ClientId client, int limit) {
        return new TimelineQuestion(client, limit, null, Channel.PHONE, null, null, null, null, null, null, null);
    }

    /** The newest entries of a client's timeline. */
    public static TimelineQuestion newest(ClientId client, int limit) {
        return new TimelineQuestion(client, limit, null, null, null, null, null, null, null, null, null);
    }

    /** The same, behind another place. */
    TimelineQuestion before(@Nullable String place) {
        return new TimelineQuestion(client, limit, place, channel, direction, from, to, q, asOf, at, thread);
    }

    /** The same, as it was known at another time. */
    TimelineQuestion asOf(String then) {
        return new TimelineQuestion(client, limit, before, channel, direction, from, to, q, then, at, thread);
    }
}
