package org.interactionhub.queries.portfolio;

import java.time.Instant;
import org.interactionhub.events.Channel;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionId;
import org.interactionhub.queries.identity.Named;
import org.jspecify.annotations.Nullable;

/** A contact with a client of a portfolio; a note among ourselves is none. */
public record LatestContact(InteractionId interactionId, Named client, Channel channel, Direction direction,
        Instant occurredAt, @Nullable String subject) {}
