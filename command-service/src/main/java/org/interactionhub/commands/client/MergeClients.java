package org.interactionhub.commands.client;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * The other is this client.
 *
 * @param evidence what shows it, in words; null if nothing was said
 */
record MergeClients(@TargetAggregateIdentifier ClientId clientId, ClientId other, @Nullable String evidence) {}
