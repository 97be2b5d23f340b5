package org.interactionhub.commands.contactpoint;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.interactionhub.events.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * A period in which a contact point is somebody's.
 *
 * @param from inclusive, {@link Instant#MIN}: as far back as anybody knows
 * @param until exclusive, {@link Instant#MAX}: for good
 */
record Span(ClientId client, Instant from, Instant until) {

    static final Comparator<Span> IN_TIME = Comparator.comparing(Span::from);

    static Span of(ClientId client, @Nullable Instant from, @Nullable Instant until) {
        return new Span(client, from == null ? Instant.MIN : from, until == null ? Instant.MAX : until);
    }

    boolean isEmpty() {
        return !from.isBefore(until);
    }

    boolean overlaps(Span other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    /** What is left of it before and behind another one. */
    List<Span> without(Span other) {
        if (!overlaps(other)) {
            return List.of(this);
        }
        return Stream.of(new Span(client, from, other.from), new Span(client, other.until, until))
                .filter(rest -> !rest.isEmpty()).toList();
    }

    @Nullable
    Instant fromOrNull() {
        return from.equals(Instant.MIN) ? null : from;
    }

    @Nullable
    Instant untilOrNull() {
        return until.equals(Instant.MAX) ? null : until;
    }
}
