package org.interactionhub.commands.client;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.Relation;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff says that the client does not belong to the other.
 *
 * @param since from when on she does not any more, null: she never did
 * @param reason in words, null if nothing was said
 */
record EndRelation(@TargetAggregateIdentifier ClientId clientId, ClientId to, Relation relation,
        @Nullable Instant since, @Nullable String reason) {}
