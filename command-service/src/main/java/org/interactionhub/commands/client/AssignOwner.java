package org.interactionhub.commands.client;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of ours looks after the client.
 *
 * @param owner by name, null if nobody does any more
 * @param now when it is said
 */
record AssignOwner(@TargetAggregateIdentifier ClientId clientId, @Nullable String owner, Instant since, Instant now) {}
