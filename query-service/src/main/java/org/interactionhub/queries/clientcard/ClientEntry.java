package org.interactionhub.queries.clientcard;

import java.time.Instant;
import java.util.List;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.jspecify.annotations.Nullable;

/**
 * A client as lists show her.
 *
 * @param owner who of us looks after her now, by name; null if nobody does
 * @param lastContactAt when she last was in contact with us; null if never
 * @param entries how many entries her timeline has
 */
public record ClientEntry(ClientId id, ClientEvent.Kind kind, String name, List<ContactPoint> contactPoints,
        @Nullable String owner, @Nullable Instant lastContactAt, long entries) {}
