package org.interactionhub.commands.client;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientId;

/** A member of staff says that the client belongs to another one for a time; what she said before of that time goes. */
record RelateClient(@TargetAggregateIdentifier ClientId clientId, Tie tie) {}
