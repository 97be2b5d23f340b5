package org.interactionhub.eventstore.axon;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.Tail;
import org.jspecify.annotations.Nullable;

/**
 * The hub's log as Axon's event store: aggregates live on it, streaming processors follow it and are woken when it
 * grows. Holds one connection from the first stream on. Does not close the store it stands on.
 */
public final class HubEventStore extends AbstractEventStore implements AutoCloseable {

    private final EventLog log;
    private @Nullable Tail tail;

    public HubEventStore(EventStore store) {
        super(new Builder().storageEngine(new HubEventStorageEngine(store)));
        this.log = store.log();
    }

    /** @param trackingToken the position behind which to begin; null is the beginning */
    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        return new HubEventStream(log, tail(), AxonEvents.position(trackingToken));
    }

    @Override
    public synchronized void close() {
        if (tail != null) {
            tail.close();
            tail = null;
        }
    }

    private synchronized Tail tail() {
        Tail current = tail;
        if (current == null) {
            current = log.tail();
            tail = current;
        }
        return current;
    }

    private static final class Builder extends AbstractEventStore.Builder {}
}
