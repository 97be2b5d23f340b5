package org.interactionhub.commands.client;

import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;

/**
 * The client can also be reached here.
 *
 * @param same everybody who counts as her, she included: what is theirs is hers already
 */
record AddContactPoint(@TargetAggregateIdentifier ClientId clientId, ContactPoint contactPoint, Set<ClientId> same) {}
