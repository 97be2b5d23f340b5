package org.interactionhub.channels.inlet;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The counter {@code hub.inlet} of one inlet, with tags {@code channel} and {@code outcome}. Counted are reports; a
 * message that never became reports counts as one. Always: received = accepted + unreadable + refused + forged + failed. The
 * timer {@code hub.inlet.acknowledge} has how long senders waited for their answer.
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
        /** Not proved to be from its source, which has a secret. */
        FORGED,
        /** Not certainly durable: the sender was asked to send it again. */
        FAILED
    }

    /** What a sender can be told. */
    private static final Set<Outcome> ANSWERS = EnumSet.of(Outcome.ACCEPTED, Outcome.REFUSED, Outcome.FORGED,
            Outcome.FAILED);

    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
    private final Map<Outcome, Timer> answers = new EnumMap<>(Outcome.class);

    InletCounts(String channel, MeterRegistry meters) {
        for (Outcome outcome : Outcome.values()) {
            counters.put(outcome,
                    Counter.builder("hub.inlet")
                            .description("What became of the messages at the hub's inlets")
                            .tag("channel", channel)
                            .tag("outcome", tag(outcome))
                            .register(meters));
        }
        for (Outcome outcome : ANSWERS) {
            answers.put(outcome,
                    Timer.builder("hub.inlet.acknowledge")
                            .description("From the begin of a message to the answer that its sender got")
                            .tag("channel", channel)
                            .tag("outcome", tag(outcome))
                            .register(meters));
        }
    }

    /** A message was answered with yes: it is durable, whether it could be read or not. */
    void taken(long reports, long unreadable, long begunNanos) {
        count(Outcome.UNREADABLE, unreadable);
        count(Outcome.ACCEPTED, reports - unreadable);
        answered(Outcome.ACCEPTED, begunNanos);
    }

    /** A message was answered with no. */
    void turnedAway(Outcome why, long begunNanos) {
        count(why, 1);
        answered(why, begunNanos);
    }

    private void answered(Outcome outcome, long begunNanos) {
        Timer timer = answers.get(outcome);
        if (timer != null) {
            timer.record(System.nanoTime() - begunNanos, TimeUnit.NANOSECONDS);
        }
    }

    private static String tag(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
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
