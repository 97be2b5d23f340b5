package org.interactionhub.eventstore.axon;

import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.interactionhub.events.HubEvent;
import org.interactionhub.eventstore.Entry;
import org.interactionhub.eventstore.NewEvent;
import org.interactionhub.eventstore.StoredEvent;
import org.jspecify.annotations.Nullable;

/** The log's facts as Axon's messages and back. A token is the position up to which everything was handled. */
final class AxonEvents {

    private AxonEvents() {}

    /** @throws IllegalArgumentException if it is no event of the hub, or not one of an aggregate named by a UUID */
    static Entry entry(EventMessage<?> message) {
        if (!(message.getPayload() instanceof HubEvent event) || !(message instanceof DomainEventMessage<?> domain)) {
            throw new IllegalArgumentException(
                    "Only aggregates publish here, and only events of the hub, not "
                            + message.getPayloadType().getName());
        }
        NewEvent fact = new NewEvent(UUID.fromString(domain.getAggregateIdentifier()), event,
                WorldTime.of(event, Provenance.occurredAt(message)), Provenance.read(message.getMetaData()), null);
        return new Entry.AtVersion(fact, Math.toIntExact(domain.getSequenceNumber()));
    }

    /** @throws IllegalStateException if a newer hub wrote it: an aggregate cannot be known without one of its events */
    static DomainEventMessage<HubEvent> domainEvent(StoredEvent stored) {
        HubEvent event = stored.event().orElseThrow(() -> new IllegalStateException(
                "Stream " + stored.stream() + " holds a " + stored.name() + ", which only a newer hub knows"));
        return message(stored, event);
    }

    static TrackedEventMessage<HubEvent> trackedEvent(StoredEvent stored, HubEvent event) {
        return new GenericTrackedDomainEventMessage<>(token(stored.position()), message(stored, event));
    }

    static TrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    /** @param token as a processor keeps it, perhaps wrapped for a replay or a merge; null is the beginning */
    static long position(@Nullable TrackingToken token) {
        TrackingToken plain = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return plain == null
                ? 0
                : plain.position().orElseThrow(
                        () -> new IllegalArgumentException("This is no position in the log: " + plain));
    }

    private static DomainEventMessage<HubEvent> message(StoredEvent stored, HubEvent event) {
        String stream = stored.stream().toString();
        return new GenericDomainEventMessage<>(stored.name(), stream, stored.version(), event,
                Provenance.write(stored.metadata()), stream + "/" + stored.version(), stored.recordedAt());
    }
}
