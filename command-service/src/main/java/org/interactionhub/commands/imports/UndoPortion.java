package org.interactionhub.commands.imports;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.interactionhub.events.ClientEvent.ClientWithdrawn;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointEvent.ContactPointUnlinked;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.ImportId;
import org.interactionhub.eventstore.Batch;
import org.interactionhub.eventstore.Entry;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.NewEvent;
import org.interactionhub.eventstore.Offsets;
import org.interactionhub.eventstore.Outcome;
import org.interactionhub.eventstore.Present;
import org.interactionhub.eventstore.StoredEvent;
import org.interactionhub.readers.listing.Undo.Added;
import org.jspecify.annotations.Nullable;

/** Takes back what an import did for some clients, as far as nobody spoke of them or their contact points since. */
final class UndoPortion implements Batch {

    private final ImportId id;
    private final Collection<ClientId> clients;
    private final SinceImport since;
    private final @Nullable String reason;
    private final EventMetadata metadata;
    private final Instant now;
    private List<Added> takenBack = List.of();

    /** @param since is brought forward to the moment of the decision */
    UndoPortion(ImportId id, Collection<ClientId> clients, SinceImport since, @Nullable String reason,
            EventMetadata metadata, Instant now) {
        this.id = id;
        this.clients = clients;
        this.since = since;
        this.reason = reason;
        this.metadata = metadata;
        this.now = now;
    }

    @Override
    public Optional<Offsets> offsets() {
        return Optional.empty();
    }

    @Override
    public List<Group> decide(Present present) {
        since.bringForward(present::after);
        takenBack = since.undo().takesBack(clients);
        Map<UUID, Integer> lengths = new HashMap<>();
        present.streams(takenBack.stream().flatMap(UndoPortion::streams).toList())
                .forEach((stream, events) -> lengths.put(stream, next(events)));
        List<Entry> entries = new ArrayList<>();
        for (Added added : takenBack) {
            for (ContactPoint point : added.linked()) {
                entries.add(
                        entry(point.id().value(), new ContactPointUnlinked(point, added.client(), reason), lengths));
            }
            if (added.registered()) {
                entries.add(entry(added.client().value(), new ClientWithdrawn(added.client(), id), lengths));
            }
        }
        return List.of(new Group(entries));
    }

    private static int next(List<StoredEvent> events) {
        return events.getLast().version() + 1;
    }

    private static Stream<UUID> streams(Added added) {
        return Stream.concat(Stream.of(added.client().value()),
                added.linked().stream().map(point -> point.id().value()));
    }

    private Entry entry(UUID stream, HubEvent event, Map<UUID, Integer> lengths) {
        int version = lengths.getOrDefault(stream, 0);
        lengths.put(stream, version + 1);
        return new Entry.AtVersion(new NewEvent(stream, event, now, metadata, null), version);
    }

    @Override
    public void alongside(Connection connection, List<Outcome> outcomes) {
        // nothing but facts
    }

    /** What was taken back, once it is durable. */
    List<Added> takenBack() {
        return takenBack;
    }
}
