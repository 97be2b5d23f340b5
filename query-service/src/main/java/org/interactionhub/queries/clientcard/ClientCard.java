package org.interactionhub.queries.clientcard;

import java.time.Instant;
import java.util.List;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointEvent;
import org.interactionhub.events.ContactPointId;
import org.interactionhub.events.ImportId;
import org.jspecify.annotations.Nullable;

/**
 * A client with everything known about her as such.
 *
 * @param suggestions clients who may be the same person or house; nothing follows until somebody decides
 * @param merged clients who count as this one; their ids answer with this card
 * @param owner who of us looks after her now, by name; null if nobody does
 * @param lastContactAt when she last was in contact with us; null if never
 * @param registeredAt since when we know her, in the world's time
 * @param entries how many entries her timeline has
 * @param position the last fact about the client as such
 * @param withdrawnWith the import that had registered her and was taken back: she is no client any more; null as a rule
 */
public record ClientCard(ClientId id, ClientEvent.Kind kind, String name, List<Link> contactPoints,
        List<Suggestion> suggestions, List<Merged> merged, @Nullable String owner, @Nullable Instant lastContactAt,
        long entries,
        Instant registeredAt,
        long position, @Nullable ImportId withdrawnWith) {

    /**
     * How the client is reached.
     *
     * @param id names the contact point for moving it
     * @param method how it became known that this is hers
     * @param since when the hub learned it
     */
    public record Link(ContactPointId id, ContactPoint.Type type, String value, ContactPointEvent.Method method,
            Instant since) {}

    /** Somebody who was taken for another client, by the name she had. */
    public record Merged(ClientId id, String name) {}

    /** Another client who stood in one report with this one. */
    public record Suggestion(ClientId id, String name) {}
}
