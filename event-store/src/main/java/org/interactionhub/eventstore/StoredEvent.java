package org.interactionhub.eventstore;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.HubEvent;

/** A fact as the log holds it. Its payload is decoded only when asked for. */
public interface StoredEvent {

    /** Its place in the one global order, counted from 1 without gaps. */
    long position();

    UUID stream();

    /** Its place in its stream, counted from 0. */
    int version();

    /** The stable name, such as {@code interaction-recorded/1}. */
    String name();

    /** The world's clock. */
    Instant occurredAt();

    /** The hub's clock; never runs against {@link #position()}. */
    Instant recordedAt();

    /** The fact, or nothing if a newer hub wrote a kind that this one does not know. */
    Optional<HubEvent> event();

    EventMetadata metadata();

    /** The payload as written. */
    byte[] payload();
}
