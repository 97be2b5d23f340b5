package org.interactionhub.commands.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.interactionhub.events.InteractionReport;

/**
 * Sees to it that the stored offsets lie inside what Kafka holds. A broker that has just come back may not know yet how
 * far its log reaches, so it is asked again for a while before it is believed.
 */
final class OffsetWatch {

    private static final Duration GRACE = Duration.ofSeconds(15);

    /** Kafka does not hold what is to be read next; the message says what that means and what to do. */
    static final class OutsideLog extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OutsideLog(String sentence) {
            super(sentence);
        }
    }

    /** Kafka may know better in a moment. */
    static final class NotYetInside extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotYetInside(String sentence) {
            super(sentence);
        }
    }

    private final Clock clock;
    private long outsideSince = Long.MAX_VALUE;

    OffsetWatch(Clock clock) {
        this.clock = clock;
    }

    /** @throws OutsideLog if a stored offset lies outside, and has for the whole of the grace */
    void requireInside(Map<Integer, Long> stored, Map<Integer, Long> beginning, Map<Integer, Long> end) {
        stored.forEach((partition, offset) -> {
            long first = beginning.getOrDefault(partition, 0L);
            long last = end.getOrDefault(partition, 0L);
            if (offset < first || offset > last) {
                complain(partition, offset, first, last);
            }
        });
        outsideSince = Long.MAX_VALUE;
    }

    private void complain(int partition, long offset, long first, long last) {
        String sentence = ("Partition %d of topic %s is to be read from offset %d, but Kafka holds %d to %d: records were "
                + "deleted before the hub read them, or Kafka lost what it had confirmed. Bring Kafka's data back, or set "
                + "next_offset of this partition in store.kafka_offset to a number from %d to %d and start again.")
                .formatted(partition, InteractionReport.TOPIC, offset, first, last, first, last);
        outsideSince = Math.min(outsideSince, clock.millis());
        if (clock.millis() - outsideSince >= GRACE.toMillis()) {
            throw new OutsideLog(sentence);
        }
        throw new NotYetInside(sentence);
    }
}
