package org.interactionhub.eventstore.axon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientEvent.Kind;
import org.interactionhub.events.ClientId;
import org.jspecify.annotations.Nullable;

/** An aggregate as the command side has them, no larger than a test needs. */
class Client {

    @AggregateIdentifier
    private @Nullable ClientId id;

    private String name = "";

    /** @param meanwhile what happens between the decision and its commit */
    record Rename(@TargetAggregateIdentifier ClientId id, String name, Runnable meanwhile) {}

    record Register(ClientId id, String name) {}

    /** Appends a letter, so that a lost update shows. */
    record Lengthen(@TargetAggregateIdentifier ClientId id) {}

    Client() {}

    @CommandHandler
    Client(Register command) {
        apply(new ClientRegistered(command.id(), Kind.CLIENT, command.name()));
    }

    @CommandHandler
    void handle(Rename command) {
        command.meanwhile().run();
        apply(new ClientRenamed(command.id(), command.name()));
    }

    @CommandHandler
    void handle(Lengthen command) {
        apply(new ClientRenamed(command.id(), name + "a"));
    }

    @EventSourcingHandler
    void evolve(ClientEvent event) {
        id = event.clientId();
        name = switch (event) {
            case ClientRegistered registered -> registered.name();
            case ClientRenamed renamed -> renamed.name();
            case ClientEvent _ -> name;
        };
    }
}
