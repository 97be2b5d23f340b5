package org.interactionhub.queries.metering;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.interactionhub.eventstore.EventLog;

/**
 * What one projection of the log takes in, and how far it is behind. All meters are named {@code hub.projection.*} and
 * carry the projection as their tag. Safe for any number of threads.
 */
public final class ProjectionMeters {

    private final Counter events;
    private final Counter unknown;
    private final Counter failures;
    private final Timer batches;
    private final AtomicLong position = new AtomicLong();

    /** @param projection its name, as {@code /api/processors} has it */
    public ProjectionMeters(String projection, MeterRegistry registry, EventLog log, Clock clock) {
        events = Counter.builder("hub.projection.events").description("Events taken in")
                .tag("projection", projection).register(registry);
        unknown = Counter.builder("hub.projection.unknown")
                .description("Events of a kind that this version does not know").tag("projection", projection)
                .register(registry);
        failures = Counter.builder("hub.projection.failures").description("Attempts that were given up and made again")
                .tag("projection", projection).register(registry);
        batches = Timer.builder("hub.projection.batch").description("How long a batch of events took")
                .tag("projection", projection).register(registry);
        Lag lag = new Lag(log, position::get, clock);
        gauge("hub.projection.position", "The last event taken in", projection, registry, position::get);
        gauge("hub.projection.lag.events", "Events of the log that are not taken in yet", projection, registry,
                () -> lag.look().events());
        gauge("hub.projection.lag.seconds", "Age of the first event that is not taken in yet, 0 if there is none",
                projection, registry, () -> lag.look().seconds());
    }

    /** A batch of events was taken in, up to {@code last}. */
    public void projected(int count, int ofUnknownKind, long last, Duration took) {
        events.increment(count);
        unknown.increment(ofUnknownKind);
        batches.record(took);
        position.set(last);
    }

    /** Nothing waits behind this position. */
    public void caughtUp(long at) {
        position.set(at);
    }

    public void failed() {
        failures.increment();
    }

    private static void gauge(String name, String description, String projection, MeterRegistry registry,
            Supplier<Number> value) {
        Gauge.builder(name, value).description(description).tag("projection", projection).register(registry);
    }
}
