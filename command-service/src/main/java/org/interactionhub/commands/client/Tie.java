package org.interactionhub.commands.client;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.interactionhub.events.ClientEvent.ClientRelated;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.Relation;
import org.jspecify.annotations.Nullable;

/**
 * A period in which a client belongs to another.
 *
 * @param from inclusive, {@link Instant#MIN}: as far back as anybody knows
 * @param until exclusive, {@link Instant#MAX}: for good
 */
record Tie(ClientId to, Relation relation, @Nullable String role, Instant from, Instant until) {

    static Tie of(ClientRelated told) {
        return of(told.to(), told.relation(), told.role(), told.validFrom(), told.validUntil());
    }

    static Tie of(ClientId to, Relation relation, @Nullable String role, @Nullable Instant from,
            @Nullable Instant until) {
        return new Tie(to, relation, role, from == null ? Instant.MIN : from, until == null ? Instant.MAX : until);
    }

    boolean isEmpty() {
        return !from.isBefore(until);
    }

    boolean joins(ClientId other, Relation by) {
        return to.equals(other) && relation == by;
    }

    /** Whether both tell of the same two in the same relation at any of the same time. */
    boolean meets(Tie other) {
        return joins(other.to, other.relation) && from.isBefore(other.until) && other.from.isBefore(until);
    }

    /** What is left of it before and behind another one. */
    List<Tie> without(Tie other) {
        return meets(other)
                ? Stream.of(between(from, other.from), between(other.until, until)).filter(rest -> !rest.isEmpty())
                        .toList()
                : List.of(this);
    }

    Tie until(Instant end) {
        return between(from, end.isBefore(until) ? end : until);
    }

    private Tie between(Instant begin, Instant end) {
        return new Tie(to, relation, role, begin, end);
    }

    /** The fact that tells it of this client. */
    ClientRelated told(ClientId client) {
        return new ClientRelated(client, to, relation, role, from.equals(Instant.MIN) ? null : from,
                until.equals(Instant.MAX) ? null : until);
    }
}
