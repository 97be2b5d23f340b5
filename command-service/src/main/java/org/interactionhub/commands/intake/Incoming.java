package org.interactionhub.commands.intake;

import java.util.Map;
import org.interactionhub.commands.deadletter.DeadLetter.Place;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came from Kafka.
 *
 * @param headers those of CloudEvents, such as {@code ce_id}
 * @param value null if the record has none
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Incoming(Place place, Map<String, String> headers, byte @Nullable [] value) {}
