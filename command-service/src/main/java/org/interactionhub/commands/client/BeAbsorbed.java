package org.interactionhub.commands.client;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientId;

/** The client counts as the survivor from now on. Part of {@link MergeClients}. */
record BeAbsorbed(@TargetAggregateIdentifier ClientId clientId, ClientId survivor) {}
