package org.interactionhub.queries.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that did not become a fact when it came.
 *
 * @param channel as written in it, {@code unknown} if that cannot be read
 * @param refused true if it was read and refused, false if it could not be read
 * @param code of the reason
 * @param sentence the reason, in English
 * @param open false once it was read again with success
 * @param size of its record, in bytes
 */
public record Letter(UUID id, Instant receivedAt, String channel, String account, boolean refused, String code,
        String sentence, int attempts, Instant lastAttemptAt, boolean open, long size, int partition, long offset) {}
