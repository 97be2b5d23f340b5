package org.interactionhub.commands.contactpoint;

import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointId;

/**
 * A member of staff says that the contact point is the client's.
 *
 * @param same everybody who counts as her, she included
 */
record LinkContactPoint(ContactPoint contactPoint, ClientId clientId, Set<ClientId> same) {

    @TargetAggregateIdentifier
    ContactPointId target() {
        return contactPoint.id();
    }
}
