package org.interactionhub.benchmarks.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Sends at a fixed rate, whatever becomes of what was sent before. */
record Paced(double perSecond, Duration length) {

    /** What is sent at one tick. */
    interface Sending {
        void number(int number) throws Exception;
    }

    /**
     * Returns when everything was accepted.
     *
     * @param first of the numbers
     * @return how many were sent
     */
    int send(int first, Sending sending) throws Exception {
        int count = (int) (perSecond * length.toMillis() / 1_000);
        List<Future<?>> sent = new ArrayList<>();
        long begun = System.nanoTime();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < count; number++) {
                long due = begun + (long) (number * 1e9 / perSecond);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                int each = first + number;
                sent.add(senders.submit(() -> {
                    sending.number(each);
                    return each;
                }));
            }
        }
        for (Future<?> each : sent) {
            each.get();
        }
        return count;
    }
}
