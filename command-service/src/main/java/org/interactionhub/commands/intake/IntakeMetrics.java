package org.interactionhub.commands.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts how records ended and how far intake is behind. Accounts are no tag: anybody may write any account into a
 * report; the ledger has them.
 */
final class IntakeMetrics {

    private final MeterRegistry registry;
    private final Map<IntakeBatch.Ended, Counter> counters = new ConcurrentHashMap<>();
    private final AtomicLong lag = new AtomicLong();
    private final AtomicLong millisBehind = new AtomicLong();

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("hub.intake.lag", lag, AtomicLong::doubleValue)
                .description("Records that wait in the partitions this process holds").register(registry);
        Gauge.builder("hub.intake.behind", millisBehind, millis -> millis.doubleValue() / 1000).baseUnit("seconds")
                .description("Age of the last record taken, 0 if none waits").register(registry);
    }

    void count(List<IntakeBatch.Ended> ended) {
        for (IntakeBatch.Ended end : ended) {
            counters.computeIfAbsent(end, this::counter).increment();
        }
    }

    void behind(long records, long millis) {
        lag.set(records);
        millisBehind.set(millis);
    }

    private Counter counter(IntakeBatch.Ended end) {
        return Counter.builder("hub.intake").description("Reports by what became of them")
                .tag("channel", end.channel())
                .tag("outcome", end.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')).register(registry);
    }
}
