package org.interactionhub.queries.portfolio;

import java.time.Instant;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionId;
import org.interactionhub.queries.identity.Named;
import org.jspecify.annotations.Nullable;

/**
 * A planned contact with a client that neither took place nor was called off: what whoever looks after her owes her.
 *
 * @param overdue whether its time is over
 */
public record Promise(InteractionId interactionId, Named client, Channel channel, Instant plannedFor,
        @Nullable String subject, boolean overdue) {}
