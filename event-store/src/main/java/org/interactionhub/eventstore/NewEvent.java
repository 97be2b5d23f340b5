package org.interactionhub.eventstore;

import java.time.Instant;
import java.util.UUID;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.HubEvent;
import org.jspecify.annotations.Nullable;

/**
 * A fact to be appended.
 *
 * @param stream what its versions are counted in: a report, an interaction, a client, a contact point
 * @param occurredAt the world's clock; may lie in the past or the future
 * @param original the message it was read from, kept beside it; null if it was not read from one
 */
public record NewEvent(UUID stream, HubEvent event, Instant occurredAt, EventMetadata metadata,
        @Nullable NewOriginal original) {}
