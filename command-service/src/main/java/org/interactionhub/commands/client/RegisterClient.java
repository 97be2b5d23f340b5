package org.interactionhub.commands.client;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;

/** Keep the contacts of somebody from now on; with all of these contact points, or not at all. */
record RegisterClient(@TargetAggregateIdentifier ClientId clientId, ClientEvent.Kind kind, String name,
        List<ContactPoint> contactPoints) {}
