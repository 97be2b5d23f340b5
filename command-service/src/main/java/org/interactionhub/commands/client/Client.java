package org.interactionhub.commands.client;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.interactionhub.commands.contactpoint.ContactPoints;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientEvent.SameClientSuggested;
import org.interactionhub.events.ClientId;
import org.jspecify.annotations.Nullable;

/** Somebody whose contacts we keep. */
public class Client {

    static final int LONGEST_NAME = 200;

    @AggregateIdentifier
    private @Nullable ClientId id;
    private boolean registered;

    protected Client() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterClient command, ContactPoints contactPoints) {
        if (registered) {
            throw ClientRefused.registeredAlready(command.clientId());
        }
        if (command.name().isBlank() || command.name().length() > LONGEST_NAME) {
            throw ClientRefused.nameless();
        }
        apply(new ClientRegistered(command.clientId(), command.kind(), command.name()));
        command.contactPoints().forEach(point -> contactPoints.link(point, command.clientId()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AddContactPoint command, ContactPoints contactPoints) {
        if (!registered) {
            throw ClientRefused.unknown(command.clientId());
        }
        contactPoints.link(command.contactPoint(), command.clientId());
    }

    @EventSourcingHandler
    void evolve(ClientEvent event) {
        id = event.clientId();
        registered = switch (event) {
            case ClientRegistered _ -> true;
            case ClientRenamed _,SameClientSuggested _ -> registered;
        };
    }
}
