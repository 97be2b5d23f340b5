package org.interactionhub.commands.contactpoint;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.events.ContactPointEvent.ContactPointClassified;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.ContactPointEvent.ContactPointUnlinked;
import org.interactionhub.events.ContactPointEvent.Method;
import org.interactionhub.events.ContactPointEvent;
import org.interactionhub.events.ContactPointId;
import org.jspecify.annotations.Nullable;

/** Whose one contact point is. */
public class Ownership {

    @AggregateIdentifier
    private @Nullable ContactPointId id;
    private @Nullable ContactPoint contactPoint;
    private Spans spans = Spans.NONE;
    private ContactPointClass as = ContactPointClass.PERSONAL;

    protected Ownership() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LinkContactPoint command) {
        requireSomebodys(command.contactPoint());
        ClientId known = spans.owner();
        if (known == null) {
            apply(new ContactPointLinked(command.contactPoint(), command.clientId(), Method.STAFF, null,
                    spans.freeSince(), null));
        } else if (!command.same().contains(known)) {
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
        requireSomebodys(point);
        Span moved = Span.of(command.to(), command.from(), command.until());
        if (moved.isEmpty()) {
            throw ContactPointRefused.emptyPeriod();
        }
        if (spans.hold(moved)) {
            return;
        }
        List<Span> left = spans.without(moved);
        Set<ClientId> losing = spans.losing(moved);
        losing.forEach(client -> apply(new ContactPointUnlinked(point, client, command.reason())));
        Stream.concat(left.stream().filter(span -> losing.contains(span.client())), Stream.of(moved))
                .sorted(Span.IN_TIME).forEach(span -> apply(new ContactPointLinked(point, span.client(), Method.STAFF,
                        null, span.fromOrNull(), span.untilOrNull())));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ClassifyContactPoint command) {
        if (command.as() == as) {
            return;
        }
        ContactPoint point = command.contactPoint();
        apply(new ContactPointClassified(point, command.as(), command.reason()));
        if (!command.as().isSomebodys()) {
            spans.holders().forEach(client -> apply(new ContactPointUnlinked(point, client, command.reason())));
        }
    }

    private void requireSomebodys(ContactPoint point) {
        if (!as.isSomebodys()) {
            throw ContactPointRefused.nobodys(point, as);
        }
    }

    @EventSourcingHandler
    void evolve(ContactPointEvent event) {
        id = event.contactPoint().id();
        contactPoint = event.contactPoint();
        spans = spans.with(event);
        as = event instanceof ContactPointClassified classified ? classified.as() : as;
    }
}
