package org.interactionhub.commands.contactpoint;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPointEvent.ContactPointClassified;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.ContactPointEvent.ContactPointUnlinked;
import org.interactionhub.events.ContactPointEvent;
import org.jspecify.annotations.Nullable;

/** Whose a contact point is and was, in the order of the world's time, without overlap. */
record Spans(List<Span> all) {

    static final Spans NONE = new Spans(List.of());

    Spans {
        all = List.copyOf(all);
    }

    /** What is linked later takes the place of what was linked for any of the same time. */
    Spans with(ContactPointEvent event) {
        return switch (event) {
            case ContactPointLinked linked -> {
                Span span = Span.of(linked.clientId(), linked.validFrom(), linked.validUntil());
                yield new Spans(Stream.concat(all.stream().filter(each -> !each.overlaps(span)), Stream.of(span))
                        .sorted(Span.IN_TIME).toList());
            }
            case ContactPointClassified _ -> this;
            case ContactPointUnlinked unlinked -> new Spans(
                    all.stream().filter(span -> !span.client().equals(unlinked.clientId())).toList());
        };
    }

    /** Whose it is for good, null if nobody's. */
    @Nullable
    ClientId owner() {
        return all.isEmpty() || freeSince() != null ? null : all.getLast().client();
    }

    /** Of one that is nobody's for good: until when it was somebody's. Null if it never was, or is somebody's. */
    @Nullable
    Instant freeSince() {
        return all.isEmpty() ? null : all.getLast().untilOrNull();
    }

    SequencedSet<ClientId> holders() {
        return all.stream().map(Span::client).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether this client has all of that time already. */
    boolean hold(Span span) {
        return all.stream().anyMatch(each -> each.client().equals(span.client())
                && !each.from().isAfter(span.from()) && !each.until().isBefore(span.until()));
    }

    /** Who loses something by that. */
    SequencedSet<ClientId> losing(Span span) {
        return all.stream().filter(span::overlaps).map(Span::client)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What is left to all of them. */
    List<Span> without(Span span) {
        return all.stream().flatMap(each -> each.without(span).stream()).toList();
    }
}
