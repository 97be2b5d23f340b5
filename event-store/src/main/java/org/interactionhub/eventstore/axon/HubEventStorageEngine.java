package org.interactionhub.eventstore.axon;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.Outcome;
import org.interactionhub.eventstore.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * Axon's door to the log. What one unit of work publishes is one group of the next group commit, so that commands share
 * transactions; it is durable before the unit of work commits, whatever else that still does. Aggregates are named by
 * UUIDs.
 */
final class HubEventStorageEngine implements EventStorageEngine {

    private static final int PAGE = 500;

    private final EventStore store;
    private final EventLog log;

    HubEventStorageEngine(EventStore store) {
        this.store = store;
        this.log = store.log();
    }

    /** @throws ConcurrencyException if another command was faster; sending the command again decides on fresh state */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        Group group = new Group(events.stream().map(AxonEvents::entry).toList());
        switch (store.append(List.of(group)).getFirst()) {
            case Outcome.Appended appended -> WrittenPosition.remember(appended.last());
            case Outcome.Conflicted conflicted -> throw new ConcurrencyException(
                    "Somebody else wrote to %s meanwhile: version %d was to be written, but %d would be next"
                            .formatted(conflicted.stream(), conflicted.wanted(), conflicted.found()));
            case Outcome.Repeated repeated -> throw new IllegalStateException("Not asked for: " + repeated);
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return DomainEventStream.of(log.stream(UUID.fromString(aggregateIdentifier)).stream()
                .filter(event -> event.version() >= firstSequenceNumber).map(AxonEvents::domainEvent));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken trackingToken,
            boolean mayBlock) {
        List<StoredEvent> first = log.after(AxonEvents.position(trackingToken), PAGE);
        return Stream.iterate(first, page -> !page.isEmpty(), page -> log.after(page.getLast().position(), PAGE))
                .flatMap(List::stream)
                .flatMap(stored -> stored.event().map(event -> AxonEvents.trackedEvent(stored, event)).stream());
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        List<StoredEvent> events = log.stream(UUID.fromString(aggregateIdentifier));
        return events.isEmpty() ? Optional.empty() : Optional.of((long) events.getLast().version());
    }

    @Override
    public TrackingToken createTailToken() {
        return AxonEvents.token(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return AxonEvents.token(log.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return AxonEvents.token(log.recordedBy(dateTime.minusNanos(1)));
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("The hub keeps no snapshots: its aggregates have short streams");
    }
}
