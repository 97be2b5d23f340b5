package org.interactionhub.commands.deadletter;

import java.time.Instant;
import java.util.UUID;

/** A dead letter as kept, without its bytes. */
public record KeptLetter(UUID id, String channel, String account, Instant receivedAt, DeadLetter.Place place,
        DeadLetter.Reason reason, int attempts, Instant lastAttemptAt, boolean open, long size) {}
