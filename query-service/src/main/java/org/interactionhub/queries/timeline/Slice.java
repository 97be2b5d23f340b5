package org.interactionhub.queries.timeline;

import java.time.Instant;
import java.util.UUID;
import org.interactionhub.events.Channel;
import org.interactionhub.events.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TimelineQuestion} made exact: cursor read, {@code asOf} resolved to a position. Null leaves a condition away.
 *
 * @param until the last position that counts
 */
record Slice(UUID client, int limit, @Nullable Instant beforeTime, @Nullable UUID beforeId, @Nullable Channel channel,
        @Nullable Direction direction, @Nullable Instant from, @Nullable Instant to, @Nullable String words,
        @Nullable Long until, @Nullable Instant at) {}
