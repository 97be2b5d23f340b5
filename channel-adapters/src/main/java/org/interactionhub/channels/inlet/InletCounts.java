package org.interactionhub.channels.inlet;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The counter {@code hub.inlet} of one inlet, with tags {@code channel} and {@code outcome}. Counted are reports; a
 * message that never became reports counts as one. Always: received = accepted + unreadable + refused + failed.
 */
final class InletCounts {

    /** What became of a message. */
    enum Outcome {
        /** Arrived in full, or was refused before that. */
        RECEIVED,
        /** Durable, and read. */
        ACCEPTED,
        /** Durable, but no reader could read it. */
        UNREADABLE,
        /** Told to stay out: too large, not its content type, a key used twice. */
        REFUSED,
        /** Not certainly durable: the sender was asked to send it again. */
        FAILED
    }

    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

    InletCounts(String channel, MeterRegistry meters) {
        for (Outcome outcome : Outcome.values()) {
            counters.put(outcome,
                    Counter.builder("hub.inlet")
                            .description("What became of the messages at the hub's inlets")
                            .tag("channel", channel)
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
    }

    void count(Outcome outcome, long reports) {
        add(Outcome.RECEIVED, reports);
        add(outcome, reports);
    }

    private void add(Outcome outcome, long reports) {
        Counter counter = counters.get(outcome);
        if (counter != null) {
            counter.increment(reports);
        }
    }
}
