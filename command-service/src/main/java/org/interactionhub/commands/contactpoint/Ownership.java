package org.interactionhub.commands.contactpoint;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.interactionhub.events.ClientId;
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
    private @Nullable ClientId owner;

    protected Ownership() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LinkContactPoint command) {
        ClientId known = owner;
        if (known == null) {
            apply(new ContactPointLinked(command.contactPoint(), command.clientId(), Method.STAFF, null, null, null));
        } else if (!known.equals(command.clientId())) {
            throw ContactPointRefused.takenBy(command.contactPoint(), known);
        }
    }

    @EventSourcingHandler
    void evolve(ContactPointEvent event) {
        id = event.contactPoint().id();
        owner = switch (event) {
            case ContactPointLinked linked -> linked.clientId();
            case ContactPointUnlinked _ -> null;
        };
    }
}
