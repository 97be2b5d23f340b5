package org.interactionhub.commands.client;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * The other is somebody else after all.
 *
 * @param merge the position of the merge
 * @param version of this client's stream at which it stands
 * @param reason in words, null if nothing was said
 */
record UndoMerge(@TargetAggregateIdentifier ClientId clientId, ClientId other, long merge, long version,
        @Nullable String reason) {}
