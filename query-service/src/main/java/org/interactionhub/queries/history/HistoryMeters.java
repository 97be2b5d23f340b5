package org.interactionhub.queries.history;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Counts what the history takes in, and how old the newest of it was when it became readable. */
final class HistoryMeters {

    private final Counter events;
    private final Counter unknown;
    private final Counter failures;
    private final AtomicLong position = new AtomicLong();
    private final AtomicReference<@Nullable Duration> lag = new AtomicReference<>();
    private final Clock clock;

    HistoryMeters(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        events = Counter.builder("hub.history.events").description("events turned into history").register(registry);
        unknown = Counter.builder("hub.history.unknown").description("events of a kind that this version does not know")
                .register(registry);
        failures = Counter.builder("hub.history.failures").description("attempts that were given up and made again")
                .register(registry);
        Gauge.builder("hub.history.position", position, AtomicLong::get).description("the last event held")
                .register(registry);
        Gauge.builder("hub.history.lag.seconds", lag, held -> seconds(held.get()))
                .description("age of the newest event when it became readable; 0 when nothing waits")
                .register(registry);
    }

    void projected(Projected batch) {
        events.increment(batch.events());
        unknown.increment(batch.unknown());
        position.set(batch.position());
        Instant now = clock.instant();
        lag.set(Duration.between(batch.recordedAt(), now));
    }

    void caughtUp(long at) {
        position.set(at);
        lag.set(Duration.ZERO);
    }

    void failed() {
        failures.increment();
    }

    private static double seconds(@Nullable Duration value) {
        return value == null ? Double.NaN : Math.max(0, value.toNanos() / 1e9);
    }
}
