package org.interactionhub.commands.contactpoint;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointEvent;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.ContactPointEvent.ContactPointUnlinked;
import org.interactionhub.events.ContactPointEvent.Method;
import org.interactionhub.events.ContactPointId;
import org.jspecify.annotations.Nullable;

/** Whose one contact point is. */
public class Ownership {

    @AggregateIdentifier
    private @Nullable ContactPointId id;
    private @Nullable ContactPoint contactPoint;
    /** Whose it is and was, in the order of the world's time, without overlap. */
    private List<Span> spans = List.of();

    protected Ownership() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LinkContactPoint command) {
        Instant free = spans.isEmpty() ? null : spans.getLast().untilOrNull();
        ClientId known = spans.isEmpty() || free != null ? null : spans.getLast().client();
        if (known == null) {
            apply(new ContactPointLinked(command.contactPoint(), command.clientId(), Method.STAFF, null, free, null));
        } else if (!known.equals(command.clientId())) {
            throw ContactPointRefused.takenBy(command.contactPoint(), known);
        }
    }

    /** Whoever loses something is told so, and keeps what is left; the last thing said is whose it is now. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MoveContactPoint command) {
        ContactPoint point = contactPoint;
        if (point == null) {
            throw ContactPointRefused.unknown(command.contactPointId());
        }
        Span moved = Span.of(command.to(), command.from(), command.until());
        if (moved.isEmpty()) {
            throw ContactPointRefused.emptyPeriod();
        }
        if (spans.stream().anyMatch(span -> isWithin(moved, span))) {
            return;
        }
        List<Span> before = spans;
        List<Span> after = before.stream().flatMap(span -> span.without(moved).stream()).toList();
        Set<ClientId> touched = before.stream().filter(moved::overlaps).map(Span::client)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        touched.forEach(client -> apply(new ContactPointUnlinked(point, client, command.reason())));
        Stream.concat(after.stream().filter(span -> touched.contains(span.client())), Stream.of(moved))
                .sorted(Span.IN_TIME).forEach(span -> apply(new ContactPointLinked(point, span.client(), Method.STAFF,
                        null, span.fromOrNull(), span.untilOrNull())));
    }

    private static boolean isWithin(Span moved, Span span) {
        return span.client().equals(moved.client()) && !span.from().isAfter(moved.from())
                && !span.until().isBefore(moved.until());
    }

    @EventSourcingHandler
    void evolve(ContactPointEvent event) {
        id = event.contactPoint().id();
        contactPoint = event.contactPoint();
        spans = switch (event) {
            case ContactPointLinked linked -> {
                Span span = Span.of(linked.clientId(), linked.validFrom(), linked.validUntil());
                yield Stream.concat(spans.stream().filter(each -> !each.overlaps(span)), Stream.of(span))
                        .sorted(Span.IN_TIME).toList();
            }
            case ContactPointUnlinked unlinked -> spans.stream()
                    .filter(span -> !span.client().equals(unlinked.clientId())).toList();
        };
    }
}
