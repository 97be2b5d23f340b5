package org.interactionhub.queries.clientcard;

import java.time.Instant;
import java.util.List;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointEvent;
import org.jspecify.annotations.Nullable;

/**
 * A client with everything known about her as such.
 *
 * @param suggestions clients who may be the same person or house; nothing follows until somebody decides
 * @param owner who of us looks after her now, by name; null if nobody does
 * @param lastContactAt when she last was in contact with us; null if never
 * @param registeredAt since when we know her, in the world's time
 * @param entries how many entries her timeline has
 * @param position the last fact about the client as such
 */
public record ClientCard(ClientId id, ClientEvent.Kind kind, String name, List<Link> contactPoints,
        List<Suggestion> suggestions, @Nullable String owner, @Nullable Instant lastContactAt, long entries,
        Instant registeredAt,
        long position) {

    /**
     * How the client is reached.
     *
     * @param method how it became known that this is hers
     * @param since when the hub learned it
     */
    public record Link(ContactPoint.Type type, String value, ContactPointEvent.Method method, Instant since) {}

    /** Another client who stood in one report with this one. */
    public record Suggestion(ClientId id, String name) {}
}
