package org.interactionhub.benchmarks.history;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.interactionhub.benchmarks.frame.Spread;

/** How long after it was accepted each thing was seen. */
final class Lags {

    private static final long GLANCE_MILLIS = 5;

    private final LongSupplier nanos;
    private final Map<String, Long> accepted = new ConcurrentHashMap<>();
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    Lags() {
        this(System::nanoTime);
    }

    Lags(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void accepted(String id) {
        accepted.put(id, nanos.getAsLong());
    }

    /** The first time counts. */
    void seen(String id) {
        seen.putIfAbsent(id, nanos.getAsLong());
    }

    /** Waits until everything accepted was seen. */
    boolean awaitAll(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (lost() > 0) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
        return true;
    }

    int size() {
        return accepted.size();
    }

    /** How many were accepted and not seen. */
    long lost() {
        return accepted.keySet().stream().filter(id -> !seen.containsKey(id)).count();
    }

    /** In milliseconds; what is seen before its sender knows that it is accepted took no time. */
    double percentile(double percent) {
        return Spread.percentile(percent, accepted.entrySet().stream().filter(each -> seen.containsKey(each.getKey()))
                .mapToDouble(each -> Math.max(0, seen.getOrDefault(each.getKey(), 0L) - each.getValue()) / 1e6)
                .toArray());
    }
}
