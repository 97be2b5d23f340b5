package org.interactionhub.eventstore.axon;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.interactionhub.events.EventMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Carries who asked, and by which message, from a command to its events. To be configured as the correlation data
 * provider; the command bears the actor's name in its metadata under {@link #ACTOR}.
 */
public final class Provenance implements CorrelationDataProvider {

    /** Metadata key: the name of the person who gave the command, as she gave it. */
    public static final String ACTOR = "actor";

    /** Metadata key: the id of the message that led to the event. */
    public static final String CAUSE = "cause";

    /** Metadata key of an event: when it became true in the world, if the event itself has no place for it. */
    private static final String OCCURRED_AT = "occurredAt";

    /**
     * Metadata to apply an event with that became true at another time than the one it is said at.
     *
     * @param occurredAt null for the time it is said at
     */
    public static MetaData at(@Nullable Instant occurredAt) {
        return with(OCCURRED_AT, occurredAt == null ? null : occurredAt.toString(), MetaData.emptyInstance());
    }

    static Instant occurredAt(EventMessage<?> message) {
        return message.getMetaData().get(OCCURRED_AT) instanceof String time
                ? Instant.parse(time)
                : message.getTimestamp();
    }

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> data = new HashMap<>();
        data.put(CAUSE, message.getIdentifier());
        if (message.getMetaData().get(ACTOR) instanceof String actor) {
            data.put(ACTOR, actor);
        }
        return data;
    }

    static EventMetadata read(MetaData data) {
        EventMetadata.Actor actor = data.get(ACTOR) instanceof String name
                ? new EventMetadata.Actor(name, false)
                : null;
        return new EventMetadata(actor, data.get(CAUSE) instanceof String cause ? cause : null);
    }

    static MetaData write(EventMetadata metadata) {
        EventMetadata.Actor actor = metadata.actor();
        return with(CAUSE, metadata.cause(),
                with(ACTOR, actor == null ? null : actor.name(), MetaData.emptyInstance()));
    }

    private static MetaData with(String key, @Nullable String value, MetaData data) {
        return value == null ? data : data.and(key, value);
    }
}
