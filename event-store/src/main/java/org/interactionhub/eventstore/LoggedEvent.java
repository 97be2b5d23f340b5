package org.interactionhub.eventstore;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.EventNames;
import org.interactionhub.events.HubEvent;

/** One row of table {@code event}. */
@SuppressWarnings("ArrayRecordComponent") // the bytes as written are what a row is about; rows are never compared
record LoggedEvent(long position, UUID stream, int version, String name, Instant occurredAt, Instant recordedAt,
        byte[] payload, byte[] metadataJson) implements StoredEvent {

    @Override
    public Optional<HubEvent> event() {
        return EventNames.find(name).map(type -> EventJson.read(payload, type));
    }

    @Override
    public EventMetadata metadata() {
        return EventJson.read(metadataJson, EventMetadata.class);
    }
}
