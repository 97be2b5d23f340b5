package org.interactionhub.commands.client;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Party;
import org.jspecify.annotations.Nullable;

/**
 * Keep the contacts of somebody; with all of these contact points, or not at all.
 *
 * @param party null if nobody knows
 * @param since when we got to know her, null for now
 * @param now when it is said
 */
public record RegisterClient(@TargetAggregateIdentifier ClientId clientId, ClientEvent.Kind kind, @Nullable Party party,
        String name,
        List<ContactPoint> contactPoints, @Nullable Instant since, Instant now) {}
