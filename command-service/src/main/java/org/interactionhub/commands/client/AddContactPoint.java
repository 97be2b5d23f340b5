package org.interactionhub.commands.client;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;

/** The client can also be reached here. */
record AddContactPoint(@TargetAggregateIdentifier ClientId clientId, ContactPoint contactPoint) {}
