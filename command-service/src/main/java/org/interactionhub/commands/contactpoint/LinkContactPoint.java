package org.interactionhub.commands.contactpoint;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointId;

/** A member of staff says that the contact point is the client's. */
record LinkContactPoint(ContactPoint contactPoint, ClientId clientId) {

    @TargetAggregateIdentifier
    ContactPointId target() {
        return contactPoint.id();
    }
}
