package org.interactionhub.commands.outlet;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;
import org.interactionhub.eventstore.LogUnavailable;

/** Counts what goes out, and what still waits to. */
final class OutletMeters {

    private final Counter published;
    private final Counter failures;

    OutletMeters(MeterRegistry registry, LongSupplier waiting) {
        published = Counter.builder("hub.outlet.facts").description("Facts published, those told again included")
                .register(registry);
        failures = Counter.builder("hub.outlet.failures").description("Attempts that were given up and made again")
                .register(registry);
        Gauge.builder("hub.outlet.lag.events", () -> orUnknown(waiting))
                .description("Facts of the log that are not published yet").register(registry);
    }

    void published(int facts) {
        published.increment(facts);
    }

    void failed() {
        failures.increment();
    }

    private static double orUnknown(LongSupplier waiting) {
        try {
            return waiting.getAsLong();
        } catch (LogUnavailable e) {
            return Double.NaN;
        }
    }
}
