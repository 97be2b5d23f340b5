package org.interactionhub.commands.client;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * The two are different people.
 *
 * @param reason in words, null if nothing was said
 */
record DeclareDistinct(@TargetAggregateIdentifier ClientId clientId, ClientId other, @Nullable String reason) {}
