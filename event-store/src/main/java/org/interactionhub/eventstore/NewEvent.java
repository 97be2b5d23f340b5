package org.interactionhub.eventstore;

import java.time.Instant;
import java.util.UUID;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.HubEvent;
import org.jspecify.annotations.Nullable;

/**
 * A fact to be appended. It is put into the form in which it goes to disk when it is made, so that nothing is encoded
 * behind the gate that was known before it.
 */
public final class NewEvent {

    /** In bytes; a payload this large is a mistake, since originals are kept beside the events. */
    static final int MAX_PAYLOAD = 32 * 1024 * 1024;

    private final UUID stream;
    private final HubEvent event;
    private final Instant occurredAt;
    private final EventMetadata metadata;
    private final byte[] payload;
    private final byte[] metadataJson;
    private final @Nullable NewOriginal original;

    /**
     * @param stream what its versions are counted in: a report, an interaction, a client, a contact point
     * @param occurredAt the world's clock; may lie in the past or the future
     * @param original the message it was read from, kept beside it; null if it was not read from one
     * @throws IllegalArgumentException if it is too large for the log
     */
    public NewEvent(UUID stream, HubEvent event, Instant occurredAt, EventMetadata metadata,
            @Nullable NewOriginal original) {
        this(stream, event, occurredAt, metadata, EventJson.write(metadata), original);
    }

    private NewEvent(UUID stream, HubEvent event, Instant occurredAt, EventMetadata metadata, byte[] metadataJson,
            @Nullable NewOriginal original) {
        this.stream = stream;
        this.event = event;
        this.occurredAt = occurredAt;
        this.metadata = metadata;
        this.metadataJson = metadataJson;
        this.original = original;
        this.payload = EventJson.write(event);
        if (payload.length > MAX_PAYLOAD) {
            throw new IllegalArgumentException("An event of " + payload.length + " bytes is too large for the log; "
                    + MAX_PAYLOAD + " are allowed");
        }
    }

    /** Another fact, of the same moment and the same cause, in a stream of its own. */
    public NewEvent followedBy(UUID itsStream, HubEvent fact) {
        return new NewEvent(itsStream, fact, occurredAt, metadata, metadataJson, null);
    }

    public UUID stream() {
        return stream;
    }

    public HubEvent event() {
        return event;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public EventMetadata metadata() {
        return metadata;
    }

    @Nullable
    NewOriginal original() {
        return original;
    }

    byte[] payload() {
        return payload;
    }

    byte[] metadataJson() {
        return metadataJson;
    }
}
