package org.interactionhub.readers.listing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.interactionhub.events.BusinessEvent;
import org.interactionhub.events.ChannelAccountEvent;
import org.interactionhub.events.ClientEvent.ClientAbsorbed;
import org.interactionhub.events.ClientEvent.ClientRestored;
import org.interactionhub.events.ClientEvent.ClientWithdrawn;
import org.interactionhub.events.ClientEvent.ClientsMerged;
import org.interactionhub.events.ClientEvent.ClientsUnmerged;
import org.interactionhub.events.ClientEvent.DeclaredDistinct;
import org.interactionhub.events.ClientEvent.DistinctionWithdrawn;
import org.interactionhub.events.ClientEvent.SameClientSuggested;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointEvent.ContactPointUnlinked;
import org.interactionhub.events.ContactPointEvent;
import org.interactionhub.events.Heard;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.ImportEvent.Row;
import org.interactionhub.events.ImportEvent.RowsImported;
import org.interactionhub.events.ImportEvent.Verdict;
import org.interactionhub.events.ImportEvent;
import org.interactionhub.events.ImportId;
import org.interactionhub.events.InteractionEvent.NoteAdded;
import org.interactionhub.events.InteractionEvent;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.Participant;
import org.interactionhub.events.PortfolioEvent.PortfolioHandedOver;
import org.interactionhub.events.PortfolioEvent;
import org.jspecify.annotations.Nullable;

/**
 * What an undo of an import takes back: the clients whom it registered and the contact points that it linked, but nobody
 * and nothing that was spoken of since. It is told everything that was recorded from the beginning of the import on.
 */
public final class Undo {

    private final ImportId importId;
    private final Map<ClientId, Added> added = new LinkedHashMap<>();
    private final Set<UUID> spokenOf = new HashSet<>();
    private final Set<UUID> takenBack = new HashSet<>();
    /** Whom a note is about that the import wrote. */
    private final Map<InteractionId, ClientId> notes = new HashMap<>();

    /**
     * What an import did for one client.
     *
     * @param row that first was about her
     * @param name as the list calls her
     * @param registered whether she was nobody before
     * @param linked the contact points that became hers
     */
    public record Added(int row, String name, ClientId client, boolean registered, List<ContactPoint> linked) {}

    public Undo(ImportId importId) {
        this.importId = importId;
    }

    /** @param cause what its metadata names, null if nothing */
    public void told(HubEvent event, @Nullable String cause) {
        if (event instanceof RowsImported imported && imported.importId().equals(importId)) {
            imported.rows().forEach(this::add);
        } else if (!importId.toString().equals(cause)) {
            spokenOf(event).forEach(spokenOf::add);
            if (event instanceof InteractionEvent about && notes.containsKey(about.interactionId())) {
                spokenOf.add(notes.get(about.interactionId()).value());
            }
        } else if (event instanceof NoteAdded note) {
            notes.put(note.interactionId(), note.clientId());
        } else if (event instanceof ContactPointUnlinked unlinked) {
            takenBack.add(unlinked.contactPoint().id().value());
        } else if (event instanceof ClientWithdrawn withdrawn) {
            takenBack.add(withdrawn.clientId().value());
        }
    }

    private void add(Row row) {
        if (row.verdict() == Verdict.CONFLICT || row.verdict() == Verdict.REFUSED) {
            return;
        }
        added.merge(row.clients().getFirst(), new Added(row.row(), row.name(), row.clients().getFirst(),
                row.verdict() == Verdict.NEW, row.linked()),
                (one, more) -> new Added(one.row(), one.name(),
                        one.client(), one.registered(),
                        Stream.concat(one.linked().stream(), more.linked().stream()).toList()));
    }

    /** All for whom the import did something, in the order of the list. */
    public List<ClientId> clients() {
        return List.copyOf(added.keySet());
    }

    /** What is to be taken back of these, of each what is not taken back already; those of whom nothing is are absent. */
    public List<Added> takesBack(Collection<ClientId> clients) {
        List<Added> found = new ArrayList<>();
        for (ClientId client : clients) {
            Added all = added.get(client);
            if (all != null && !stays(all)) {
                boolean withdrawn = all.registered() && !takenBack.contains(client.value());
                List<ContactPoint> linked = all.linked().stream().filter(this::isToBeUnlinked).toList();
                if (withdrawn || !linked.isEmpty()) {
                    found.add(new Added(all.row(), all.name(), client, withdrawn, linked));
                }
            }
        }
        return found;
    }

    /** Whoever was registered and whatever was linked, and stays, since it was spoken of. */
    public List<Added> keeps() {
        return added.values().stream().filter(all -> !takenBack.contains(all.client().value()))
                .map(all -> stays(all)
                        ? all
                        : new Added(all.row(), all.name(), all.client(), false,
                                all.linked().stream().filter(this::isKept).toList()))
                .filter(all -> all.registered() || !all.linked().isEmpty()).toList();
    }

    /** Of somebody who was registered nothing is taken away unless all is. */
    private boolean stays(Added all) {
        return all.registered() && (spokenOf.contains(all.client().value())
                || all.linked().stream().anyMatch(point -> spokenOf.contains(point.id().value())));
    }

    private boolean isKept(ContactPoint point) {
        UUID id = point.id().value();
        return spokenOf.contains(id) && !takenBack.contains(id);
    }

    private boolean isToBeUnlinked(ContactPoint point) {
        UUID id = point.id().value();
        return !spokenOf.contains(id) && !takenBack.contains(id);
    }

    private static Stream<UUID> spokenOf(HubEvent event) {
        return switch (event) {
            case InteractionEvent contact -> inContact(contact);
            case BusinessEvent booked -> Stream.concat(named(booked.heard()),
                    Stream.ofNullable(booked.booking().client()).map(ClientId::value));
            case ContactPointEvent about -> Stream.concat(Stream.of(about.contactPoint().id().value()),
                    client(about).stream().map(ClientId::value));
            case ClientEvent about ->
                Stream.concat(Stream.of(about.clientId().value()), other(about).map(ClientId::value));
            case RowsImported other -> other.rows().stream().flatMap(row -> Stream.concat(
                    row.clients().stream().map(ClientId::value),
                    row.linked().stream().map(point -> point.id().value())));
            case PortfolioHandedOver handover -> handover.clients().stream().map(ClientId::value);
            case ImportEvent _,PortfolioEvent _,ChannelAccountEvent _ -> Stream.empty();
        };
    }

    private static List<ClientId> client(ContactPointEvent event) {
        return switch (event) {
            case ContactPointEvent.ContactPointLinked linked -> List.of(linked.clientId());
            case ContactPointUnlinked unlinked -> List.of(unlinked.clientId());
            case ContactPointEvent.ContactPointClassified _ -> List.of();
        };
    }

    private static Stream<ClientId> other(ClientEvent event) {
        return switch (event) {
            case SameClientSuggested same -> Stream.of(same.other());
            case ClientsMerged merged -> Stream.of(merged.other());
            case ClientAbsorbed absorbed -> Stream.of(absorbed.survivor());
            case ClientsUnmerged unmerged -> Stream.of(unmerged.other());
            case ClientRestored restored -> Stream.of(restored.survivor());
            case DeclaredDistinct declared -> Stream.of(declared.other());
            case DistinctionWithdrawn withdrawn -> Stream.of(withdrawn.other());
            case ClientEvent.ClientRelated related -> Stream.of(related.to());
            case ClientEvent.ClientUnrelated unrelated -> Stream.of(unrelated.to());
            case ClientEvent.PartyStated _,ClientEvent.ClientRegistered _,ClientEvent.ClientRenamed _,ClientEvent.OwnerAssigned _,ClientWithdrawn _ ->
                Stream.empty();
        };
    }

    private static Stream<UUID> inContact(InteractionEvent event) {
        return switch (event) {
            case InteractionEvent.Intake intake -> named(intake.heard());
            case InteractionEvent.InteractionPlanned plan -> Stream.of(plan.clientId().value());
            case InteractionEvent.InteractionHeld held -> Stream.of(held.clientId().value());
            case InteractionEvent.NoteAdded note -> Stream.of(note.clientId().value());
            // these follow on what was heard or planned before
            case InteractionEvent.InteractionMissed _,InteractionEvent.InteractionCancelled _,InteractionEvent.DecisionTaken _ ->
                Stream.empty();
        };
    }

    private static Stream<UUID> named(Heard heard) {
        return Stream.concat(heard.participants().stream().flatMap(Undo::address), heard.stated().stream())
                .map(point -> point.id().value());
    }

    private static Stream<ContactPoint> address(Participant participant) {
        return participant.contactPoint().stream();
    }
}
