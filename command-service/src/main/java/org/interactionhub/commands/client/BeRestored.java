package org.interactionhub.commands.client;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientId;

/** The client is one of her own again. Part of {@link UndoMerge}. */
record BeRestored(@TargetAggregateIdentifier ClientId clientId, ClientId survivor) {}
