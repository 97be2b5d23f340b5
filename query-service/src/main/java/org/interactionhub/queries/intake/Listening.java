package org.interactionhub.queries.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * How a process that takes reports from Kafka fares, by its own account.
 *
 * @param id of the process
 * @param state listening, waiting, refused or stopped
 * @param sentence the same, in English, with the reason
 * @param position records taken so far over all partitions it holds; head: records there are
 * @param millisBehind age of the last record taken, 0 if none waits
 * @param toldAt when it said so; it does every second
 */
public record Listening(UUID id, String state, String sentence, int partitions, long position, long head, long behind,
        long millisBehind, long perSecond, Instant toldAt) {}
