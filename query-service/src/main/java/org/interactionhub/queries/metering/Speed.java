package org.interactionhub.queries.metering;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** How many events a second went by within the last ten. Safe for any number of threads. */
public final class Speed {

    private static final long WINDOW = TimeUnit.SECONDS.toNanos(10);

    private record Passed(long nanoTime, int events) {}

    private final Deque<Passed> passed = new ArrayDeque<>();
    private long since;

    /** @param nanoTime when, as {@link System#nanoTime()} tells it */
    public synchronized void passed(int events, long nanoTime) {
        if (passed.isEmpty()) {
            since = nanoTime;
        }
        passed.add(new Passed(nanoTime, events));
        forget(nanoTime);
    }

    public synchronized long eventsPerSecond(long nanoTime) {
        forget(nanoTime);
        long events = passed.stream().mapToLong(Passed::events).sum();
        long span = Math.clamp(nanoTime - since, TimeUnit.MILLISECONDS.toNanos(1000), WINDOW);
        return Math.round(events * 1e9 / span);
    }

    private void forget(long nanoTime) {
        while (!passed.isEmpty() && nanoTime - passed.getFirst().nanoTime > WINDOW) {
            passed.removeFirst();
        }
    }
}
