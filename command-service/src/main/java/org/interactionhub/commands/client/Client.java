package org.interactionhub.commands.client;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.interactionhub.commands.contactpoint.ContactPoints;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientEvent.OwnerAssigned;
import org.interactionhub.events.ClientEvent.SameClientSuggested;
import org.interactionhub.events.ClientId;
import org.interactionhub.eventstore.axon.Provenance;
import org.jspecify.annotations.Nullable;

/** Somebody whose contacts we keep. */
public class Client {

    static final int LONGEST_NAME = 200;

    private static final Instant LONG_AGO = Instant.parse("1900-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final Duration AHEAD = Duration.ofDays(366);

    @AggregateIdentifier
    private @Nullable ClientId id;
    private boolean registered;
    private @Nullable String name;
    private final Map<Instant, OwnerAssigned> owners = new HashMap<>();

    protected Client() {}

    /** Her id is made up for this command: whether it is taken already, the log says when it is written. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(RegisterClient command, ContactPoints contactPoints) {
        requireName(command.name());
        Instant since = command.since();
        if (since != null && (since.isBefore(LONG_AGO) || since.isAfter(command.now().plus(CLOCKS_DIFFER)))) {
            throw ClientRefused.knownAtOddTime(since);
        }
        apply(new ClientRegistered(command.clientId(), command.kind(), command.name()), Provenance.at(since));
        command.contactPoints().forEach(point -> contactPoints.link(point, command.clientId()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AddContactPoint command, ContactPoints contactPoints) {
        requireKnown(command.clientId());
        contactPoints.link(command.contactPoint(), command.clientId());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RenameClient command) {
        requireKnown(command.clientId());
        requireName(command.name());
        if (!command.name().equals(name)) {
            apply(new ClientRenamed(command.clientId(), command.name()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AssignOwner command) {
        requireKnown(command.clientId());
        OwnerAssigned assigned = new OwnerAssigned(command.clientId(), command.owner(), command.since());
        if (assigned.owner() != null && (assigned.owner().length() > LONGEST_NAME
                || assigned.owner().chars().anyMatch(Character::isISOControl))) {
            throw ClientRefused.ownerUnnamed();
        }
        if (command.since().isBefore(LONG_AGO) || command.since().isAfter(command.now().plus(AHEAD))) {
            throw ClientRefused.ownedAtOddTime(command.since());
        }
        if (!assigned.equals(owners.get(assigned.validFrom()))) {
            apply(assigned);
        }
    }

    @EventSourcingHandler
    void evolve(ClientEvent event) {
        id = event.clientId();
        switch (event) {
            case ClientRegistered client -> {
                registered = true;
                name = client.name();
            }
            case ClientRenamed renamed -> name = renamed.name();
            case OwnerAssigned assigned -> owners.put(assigned.validFrom(), assigned);
            case SameClientSuggested _ -> {
                // she is who she was until a person decides
            }
        }
    }

    private void requireKnown(ClientId client) {
        if (!registered) {
            throw ClientRefused.unknown(client);
        }
    }

    private static void requireName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw ClientRefused.nameless();
        }
    }
}
