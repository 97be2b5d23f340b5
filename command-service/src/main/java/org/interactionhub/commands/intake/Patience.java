package org.interactionhub.commands.intake;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits between attempts, twice as long each time, and ends every wait when it is time to stop. */
final class Patience {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final CountDownLatch end = new CountDownLatch(1);
    private int failures;

    /** How many attempts in a row have failed now. */
    int failed() {
        return ++failures;
    }

    int failures() {
        return failures;
    }

    void succeeded() {
        failures = 0;
    }

    void waitLonger() {
        long millis = SHORTEST.toMillis() << Math.min(failures - 1, 10);
        waitFor(Duration.ofMillis(Math.min(millis, LONGEST.toMillis())));
    }

    void waitFor(Duration pause) {
        try {
            boolean ended = end.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                failures = 0;
            }
        } catch (InterruptedException e) {
            end(); // whoever interrupts wants it to stop
        }
    }

    void end() {
        end.countDown();
    }

    boolean isOver() {
        return end.getCount() == 0;
    }
}
