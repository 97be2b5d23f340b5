package org.interactionhub.commands.contactpoint;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientEvent.OwnerAssigned;
import org.interactionhub.events.ClientEvent.SameClientSuggested;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointEvent;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.ContactPointEvent.ContactPointUnlinked;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.InteractionEvent;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.eventstore.Present;
import org.interactionhub.eventstore.StoredEvent;

/**
 * The address book of one batch: what the log holds about the people of its reports, and what the batch itself has
 * concluded so far, so that its later reports see its earlier ones.
 */
public final class KnownLinks implements AddressBook {

    private record Naming(boolean prospect, String name) {}

    private final Map<ContactPoint, ClientId> owners = new HashMap<>();
    private final Map<ClientId, Naming> namings = new HashMap<>();
    private final Map<UUID, Integer> versions = new HashMap<>();

    private KnownLinks() {}

    /** Reads what the log holds about the outsiders of these reports, by two queries however many there are. */
    public static KnownLinks of(Present present, Collection<InteractionReport> reports) {
        Set<UUID> points = new HashSet<>();
        Set<ContactPoint> named = new HashSet<>();
        for (InteractionReport report : reports) {
            for (Outsider outsider : Outsider.of(report)) {
                outsider.all().forEach(point -> points.add(point.id().value()));
                outsider.name().ifPresent(name -> named.addAll(outsider.all()));
            }
        }
        KnownLinks links = new KnownLinks();
        links.read(present, points);
        Set<UUID> clients = new HashSet<>();
        named.forEach(point -> links.ownerOf(point).ifPresent(client -> clients.add(client.value())));
        links.read(present, clients);
        return links;
    }

    /** What follows from the next report of the batch; its facts are known from now on. */
    public Consequences conclude(InteractionReport report, Supplier<ClientId> newClient) {
        Consequences consequences = Linking.decide(report, this, newClient);
        consequences.facts().forEach(this::learn);
        return consequences;
    }

    /** The version that the stream's next fact will have; counted on by asking. */
    public int nextVersion(UUID stream) {
        return versions.merge(stream, 1, Integer::sum) - 1;
    }

    @Override
    public Optional<ClientId> ownerOf(ContactPoint point) {
        return Optional.ofNullable(owners.get(point));
    }

    @Override
    public boolean isNameless(ClientId client) {
        Naming naming = namings.get(client);
        return naming != null && naming.prospect() && isAddress(naming.name(), client);
    }

    private boolean isAddress(String name, ClientId client) {
        return ContactPoint.find(ContactPoint.Type.EMAIL, name).isPresent()
                || ContactPoint.find(ContactPoint.Type.PHONE, name).isPresent()
                || ContactPoint.find(ContactPoint.Type.CHAT, name).isPresent()
                || ContactPoint.find(ContactPoint.Type.COOKIE, name).flatMap(this::ownerOf).filter(client::equals)
                        .isPresent();
    }

    private void read(Present present, Set<UUID> streams) {
        for (Map.Entry<UUID, List<StoredEvent>> stream : present.streams(streams).entrySet()) {
            versions.put(stream.getKey(), stream.getValue().size());
            stream.getValue().forEach(stored -> stored.event().ifPresent(this::learn));
        }
    }

    private void learn(HubEvent event) {
        switch (event) {
            case ContactPointEvent about -> learn(about);
            case ClientEvent about -> learn(about);
            case InteractionEvent _ -> {
                // a foreign report may bear any id, even a contact point's; it says nothing about links
            }
        }
    }

    private void learn(ContactPointEvent event) {
        switch (event) {
            case ContactPointLinked linked -> owners.put(linked.contactPoint(), linked.clientId());
            case ContactPointUnlinked unlinked -> owners.remove(unlinked.contactPoint());
        }
    }

    private void learn(ClientEvent event) {
        switch (event) {
            case ClientRegistered registered -> namings.put(registered.clientId(),
                    new Naming(registered.kind() == ClientEvent.Kind.PROSPECT, registered.name()));
            case ClientRenamed renamed -> namings.computeIfPresent(renamed.clientId(),
                    (_, naming) -> new Naming(naming.prospect(), renamed.name()));
            case OwnerAssigned _,SameClientSuggested _ -> {
                // who looks after her does not matter here; who may be the same does when a person has decided
            }
        }
    }
}
