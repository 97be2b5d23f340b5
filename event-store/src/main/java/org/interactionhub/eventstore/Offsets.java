package org.interactionhub.eventstore;

import java.util.Map;

/**
 * The stretch of a topic that a batch covers.
 *
 * @param topic its name, for people
 * @param topicId Kafka's id of the topic, so that a topic deleted and made again is not taken for the old one
 * @param stretches per partition
 */
public record Offsets(String topic, String topicId, Map<Integer, Stretch> stretches) {

    /**
     * @param first offset of the batch's first record; must be the one stored as next, or the batch is refused
     * @param next offset behind its last record
     */
    public record Stretch(long first, long next) {}

    public Offsets {
        stretches = Map.copyOf(stretches);
    }
}
