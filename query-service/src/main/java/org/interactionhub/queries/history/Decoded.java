package org.interactionhub.queries.history;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.HubEvent;
import org.interactionhub.eventstore.StoredEvent;

/** An event of the log, decoded once however often it is asked. */
record Decoded(StoredEvent stored, Optional<HubEvent> event, EventMetadata metadata) implements StoredEvent {

    static Decoded of(StoredEvent stored) {
        return new Decoded(stored, stored.event(), stored.metadata());
    }

    @Override
    public long position() {
        return stored.position();
    }

    @Override
    public UUID stream() {
        return stored.stream();
    }

    @Override
    public int version() {
        return stored.version();
    }

    @Override
    public String name() {
        return stored.name();
    }

    @Override
    public Instant occurredAt() {
        return stored.occurredAt();
    }

    @Override
    public Instant recordedAt() {
        return stored.recordedAt();
    }

    @Override
    public byte[] payload() {
        return stored.payload();
    }
}
