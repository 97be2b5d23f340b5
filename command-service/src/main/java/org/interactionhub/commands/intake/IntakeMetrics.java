package org.interactionhub.commands.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts how records ended and how far intake is behind. Accounts are no tag: anybody may write any account into a
 * report; the ledger has them.
 */
final class IntakeMetrics {

    private final MeterRegistry registry;
    private final Map<IntakeBatch.Ended, Counter> counters = new ConcurrentHashMap<>();
    private final DistributionSummary records;
    private final Timer batches;
    private final Counter failures;
    private final AtomicInteger partitions = new AtomicInteger();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong age = new AtomicLong();

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
        records = DistributionSummary.builder("hub.intake.batch.records")
                .description("Records taken together, in one transaction").register(registry);
        batches = Timer.builder("hub.intake.batch")
                .description("How long it took to read records, decide and append what follows").register(registry);
        failures = Counter.builder("hub.intake.failures")
                .description("How often intake stumbled, went back and tried again").register(registry);
        Gauge.builder("hub.intake.partitions", partitions, AtomicInteger::get)
                .description("Partitions of the topic that this process holds a lease on").register(registry);
        Gauge.builder("hub.intake.lag.records", waiting, AtomicLong::doubleValue)
                .description("Records that wait in the partitions this process holds").register(registry);
        Gauge.builder("hub.intake.lag.seconds", age, millis -> millis.doubleValue() / 1000)
                .description("Age of the newest record taken while others wait, 0 if none waits").register(registry);
    }

    void count(List<IntakeBatch.Ended> ended) {
        for (IntakeBatch.Ended end : ended) {
            counters.computeIfAbsent(end, this::counter).increment();
        }
    }

    void taken(int count, Duration took) {
        records.record(count);
        batches.record(took);
    }

    void failed() {
        failures.increment();
    }

    void holds(int count) {
        partitions.set(count);
    }

    void behind(long count, long millis) {
        waiting.set(count);
        age.set(millis);
    }

    private Counter counter(IntakeBatch.Ended end) {
        return Counter.builder("hub.intake").description("Reports by what became of them")
                .tag("channel", end.channel())
                .tag("outcome", end.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')).register(registry);
    }
}
