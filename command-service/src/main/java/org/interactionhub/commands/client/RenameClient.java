package org.interactionhub.commands.client;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientId;

/** The client is to be known under another name. */
record RenameClient(@TargetAggregateIdentifier ClientId clientId, String name) {}
