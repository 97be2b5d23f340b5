package org.interactionhub.commands.client;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.interactionhub.commands.contactpoint.ContactPoints;
import org.interactionhub.events.ClientEvent.ClientAbsorbed;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRelated;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientEvent.ClientRestored;
import org.interactionhub.events.ClientEvent.ClientUnrelated;
import org.interactionhub.events.ClientEvent.ClientWithdrawn;
import org.interactionhub.events.ClientEvent.ClientsMerged;
import org.interactionhub.events.ClientEvent.ClientsUnmerged;
import org.interactionhub.events.ClientEvent.DeclaredDistinct;
import org.interactionhub.events.ClientEvent.DistinctionWithdrawn;
import org.interactionhub.events.ClientEvent.OwnerAssigned;
import org.interactionhub.events.ClientEvent.PartyStated;
import org.interactionhub.events.ClientEvent.SameClientSuggested;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.Party;
import org.interactionhub.eventstore.axon.Provenance;
import org.jspecify.annotations.Nullable;

/** Somebody whose contacts we keep. */
public class Client {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_WORDS = 2_000;

    private static final Instant LONG_AGO = Instant.parse("1900-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final Duration AHEAD = Duration.ofDays(366);

    @AggregateIdentifier
    private @Nullable ClientId id;
    private Kin kin = Kin.NONE;
    private @Nullable String name;
    private @Nullable PartyStated party;

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
        Party registeredAs = command.party();
        if (registeredAs != null) {
            apply(new PartyStated(command.clientId(), registeredAs, null, null, null), Provenance.at(since));
        }
        command.contactPoints().forEach(
                point -> contactPoints.link(point, command.clientId(), Set.of(command.clientId())));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AddContactPoint command, ContactPoints contactPoints) {
        requireHerself(command.clientId());
        contactPoints.link(command.contactPoint(), command.clientId(), command.same());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RenameClient command) {
        requireHerself(command.clientId());
        requireName(command.name());
        if (!command.name().equals(name)) {
            apply(new ClientRenamed(command.clientId(), command.name()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AssignOwner command) {
        requireHerself(command.clientId());
        OwnerAssigned assigned = new OwnerAssigned(command.clientId(), command.owner(), command.since());
        if (assigned.owner() != null && (assigned.owner().length() > LONGEST_NAME
                || assigned.owner().chars().anyMatch(Character::isISOControl))) {
            throw ClientRefused.ownerUnnamed();
        }
        if (command.since().isBefore(LONG_AGO) || command.since().isAfter(command.now().plus(AHEAD))) {
            throw ClientRefused.ownedAtOddTime(command.since());
        }
        apply(assigned); // also what was said before: a handover may have been told in between
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MergeClients command, OtherClients others) {
        ClientId client = command.clientId();
        requireHerself(client);
        requireWords(command.evidence());
        others.absorb(command.other(), client); // read first: whoever declares them distinct from here on is noticed
        if (others.areDeclaredDistinct(client, command.other())) {
            throw ClientRefused.distinct(client, command.other());
        }
        apply(new ClientsMerged(client, command.other(), command.evidence()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(BeAbsorbed command) {
        requireHerself(command.clientId());
        apply(new ClientAbsorbed(command.clientId(), command.survivor()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(UndoMerge command, OtherClients others) {
        requireWords(command.reason());
        Long merged = kin.absorbed().get(command.other());
        if (merged == null || merged != command.version()) {
            throw ClientRefused.undone(command.merge());
        }
        others.restore(command.other(), command.clientId());
        apply(new ClientsUnmerged(command.clientId(), command.other(), command.merge(), command.reason()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(BeRestored command) {
        if (!command.survivor().equals(kin.survivor())) {
            throw new IllegalStateException(command.clientId() + " does not count as " + command.survivor());
        }
        apply(new ClientRestored(command.clientId(), command.survivor()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeclareDistinct command) {
        requireHerself(command.clientId());
        requireWords(command.reason());
        if (!kin.distinct().containsKey(command.other())) {
            apply(new DeclaredDistinct(command.clientId(), command.other(), command.reason()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(WithdrawDistinction command) {
        requireWords(command.reason());
        if (kin.distinct().containsKey(command.other())) {
            apply(new DistinctionWithdrawn(command.clientId(), command.other(), command.reason()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StateParty command) {
        PartyStated stated = command.stated();
        requireHerself(stated.clientId());
        if (Stream.of(stated.legalName(), stated.city())
                .anyMatch(words -> words != null && words.length() > LONGEST_NAME)) {
            throw ClientRefused.partyWordy();
        }
        if (!stated.equals(party)) {
            apply(stated);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RelateClient command) {
        ClientId client = command.clientId();
        Tie tie = command.tie();
        requireHerself(client);
        String role = tie.role();
        if (role != null && role.length() > LONGEST_NAME) {
            throw ClientRefused.roleWordy();
        }
        if (tie.isEmpty()) {
            throw ClientRefused.relatedAtNoTime();
        }
        if (kin.ties().contains(tie)) {
            return;
        }
        List<Tie> left = kin.ties().stream().filter(tie::meets).flatMap(each -> each.without(tie).stream()).toList();
        apply(tie.told(client));
        left.forEach(rest -> apply(rest.told(client)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EndRelation command) {
        requireWords(command.reason());
        ClientId client = command.clientId();
        List<Tie> joined = kin.ties().stream().filter(tie -> tie.joins(command.to(), command.relation())).toList();
        Instant since = command.since();
        List<Tie> left = since == null
                ? List.of()
                : joined.stream().map(tie -> tie.until(since)).filter(tie -> !tie.isEmpty()).toList();
        if (!left.equals(joined)) {
            apply(new ClientUnrelated(client, command.to(), command.relation(), command.reason()));
            left.forEach(rest -> apply(rest.told(client)));
        }
    }

    @EventSourcingHandler
    void evolve(ClientEvent event, @SequenceNumber long version) {
        id = event.clientId();
        kin = kin.with(event, version, 0); // where it stands does not matter here
        switch (event) {
            case ClientRegistered client -> name = client.name();
            case ClientRenamed renamed -> name = renamed.name();
            case OwnerAssigned _ -> {
                // whose she is, handovers tell as well
            }
            case PartyStated stated -> party = stated;
            case ClientWithdrawn _,SameClientSuggested _,ClientsMerged _,ClientAbsorbed _,ClientsUnmerged _,ClientRestored _,DeclaredDistinct _,DistinctionWithdrawn _,ClientRelated _,ClientUnrelated _ -> {
                // of these her kin tells
            }
        }
    }

    /** She is known, and counts as nobody else: whoever was merged into another meanwhile is not spoken of by her old id. */
    private void requireHerself(ClientId client) {
        if (!kin.known()) {
            throw ClientRefused.unknown(client);
        }
        ClientId survivor = kin.survivor();
        if (survivor != null) {
            throw ClientRefused.absorbed(client, survivor);
        }
    }

    private static void requireWords(@Nullable String words) {
        if (words != null && words.length() > LONGEST_WORDS) {
            throw ClientRefused.wordy();
        }
    }

    private static void requireName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw ClientRefused.nameless();
        }
    }
}
