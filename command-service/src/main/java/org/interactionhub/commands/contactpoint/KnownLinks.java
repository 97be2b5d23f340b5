package org.interactionhub.commands.contactpoint;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.commands.contactpoint.Known.Naming;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint.Type;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.eventstore.Entry;
import org.interactionhub.eventstore.NewEvent;
import org.interactionhub.eventstore.Present;
import org.jspecify.annotations.Nullable;

/**
 * The address book of one batch: what the log holds about the people of its reports, and what the batch itself has
 * concluded so far, so that its later reports see its earlier ones.
 */
public final class KnownLinks implements AddressBook {

    private static final int FOR_ONE_LOOK = 100_000;

    private final LinkBook book;
    private final Present present;
    private final long head;
    private final Map<ContactPoint, UUID> streams = new HashMap<>();
    private final Map<UUID, Known> known = new HashMap<>();
    private final Set<UUID> changed = new HashSet<>();

    private KnownLinks(LinkBook book, Present present) {
        this.book = book;
        this.present = present;
        this.head = present.head();
    }

    /** Looks up these people, by a few queries however many they are, or by none if the book has them. */
    public static KnownLinks of(Collection<Outsiders> reports, LinkBook book, Present present) {
        Map<ContactPoint, UUID> streams = new HashMap<>();
        reports.forEach(report -> streams.putAll(report.streams()));
        return of(streams, book, present);
    }

    /** Looks up these contact points and whose they are. */
    public static KnownLinks of(Collection<ContactPoint> points, Present present) {
        Map<ContactPoint, UUID> streams = points.stream().distinct()
                .collect(Collectors.toMap(point -> point, point -> point.id().value()));
        return of(streams, new LinkBook(FOR_ONE_LOOK), present);
    }

    private static KnownLinks of(Map<ContactPoint, UUID> streams, LinkBook book, Present present) {
        KnownLinks links = new KnownLinks(book, present);
        links.streams.putAll(streams);
        links.lookUp(links.streams.values());
        Set<UUID> clients = links.lookUpClients(links.streams.values());
        links.lookUp(clients.stream().flatMap(client -> links.cookieThatNames(client).stream()).map(links::streamOf)
                .collect(Collectors.toSet()));
        return links;
    }

    /** The clients whose these contact points are, and as whom those count who were merged. */
    private Set<UUID> lookUpClients(Collection<UUID> points) {
        Set<UUID> clients = new HashSet<>();
        Set<UUID> next = named(points, Known::owner);
        while (!next.isEmpty()) {
            lookUp(next);
            clients.addAll(next);
            next = named(next, Known::survivor);
            next.removeAll(clients);
        }
        return clients;
    }

    private Set<UUID> named(Collection<UUID> in, Function<Known, @Nullable ClientId> by) {
        return in.stream().flatMap(stream -> Stream.ofNullable(by.apply(known.getOrDefault(stream, Known.NOTHING))))
                .map(ClientId::value).collect(Collectors.toCollection(HashSet::new));
    }

    private void lookUp(Collection<UUID> wanted) {
        known.putAll(book.lookUp(present, wanted));
    }

    /** What follows from the next report of the batch; its facts are known from now on. */
    public Consequences conclude(Outsiders report, Supplier<ClientId> newClient) {
        return Linking.decide(report, this, newClient);
    }

    /** The entry for this fact at the end of its stream; known from now on. */
    public Entry next(NewEvent event) {
        Known before = known.getOrDefault(event.stream(), Known.NOTHING);
        known.put(event.stream(), before.with(event.event()));
        changed.add(event.stream());
        return new Entry.AtVersion(event, before.length());
    }

    /** Says that the batch begins this stream; a foreign report may bear any id, even a contact point's. */
    public void begin(UUID stream) {
        known.computeIfPresent(stream, (_, nothing) -> nothing.begun());
        changed.add(stream);
    }

    /** To be told when the batch is durable: from now on the book knows what it said. */
    public void keep(long newHead) {
        book.keep(head, newHead, changed, known);
    }

    @Override
    public Optional<ClientId> ownerOf(ContactPoint point) {
        ClientId owner = known.getOrDefault(streamOf(point), Known.NOTHING).owner();
        return Optional.ofNullable(owner).map(this::headOf).filter(head -> !isWithdrawn(head));
    }

    @Override
    public @Nullable Instant freeSince(ContactPoint point) {
        return known.getOrDefault(streamOf(point), Known.NOTHING).spans().freeSince();
    }

    @Override
    public ContactPointClass classOf(ContactPoint point) {
        return known.getOrDefault(streamOf(point), Known.NOTHING).as();
    }

    private boolean isWithdrawn(ClientId client) {
        return known.getOrDefault(client.value(), Known.NOTHING).withdrawn();
    }

    private ClientId headOf(ClientId client) {
        ClientId head = client;
        for (ClientId survivor = head; survivor != null; survivor = known.getOrDefault(head.value(), Known.NOTHING)
                .survivor()) {
            head = survivor;
        }
        return head;
    }

    @Override
    public boolean isNameless(ClientId client) {
        Naming naming = known.getOrDefault(client.value(), Known.NOTHING).naming();
        return naming != null && naming.prospect() && isAddress(naming.name(), client);
    }

    private boolean isAddress(String name, ClientId client) {
        return isPlainlyAddress(name) || cookie(name).flatMap(this::ownerOf).filter(client::equals).isPresent();
    }

    private static boolean isPlainlyAddress(String name) {
        return ContactPoint.find(Type.EMAIL, name).isPresent() || ContactPoint.find(Type.PHONE, name).isPresent()
                || ContactPoint.find(Type.CHAT, name).isPresent() || ContactPoint.find(Type.EXTERNAL, name).isPresent();
    }

    /** Anything without a blank may be a cookie; that it is one, only its owner tells. */
    private Optional<ContactPoint> cookieThatNames(UUID client) {
        Naming naming = known.getOrDefault(client, Known.NOTHING).naming();
        return naming == null || !naming.prospect() || isPlainlyAddress(naming.name())
                ? Optional.empty()
                : cookie(naming.name());
    }

    private static Optional<ContactPoint> cookie(String name) {
        return ContactPoint.find(Type.COOKIE, name);
    }

    private UUID streamOf(ContactPoint point) {
        return streams.computeIfAbsent(point, each -> each.id().value());
    }
}
