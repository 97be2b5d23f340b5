package org.interactionhub.commands.client;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientEvent.PartyStated;
import org.interactionhub.events.ClientId;

/** A member of staff says what the client is by law and where she is at home. */
record StateParty(PartyStated stated) {

    @TargetAggregateIdentifier
    ClientId target() {
        return stated.clientId();
    }
}
