package org.interactionhub.queries.loop;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread of its own from the start of the process to its stop. It keeps no process alive. A stop waits for it to end,
 * at most {@value #PATIENCE_SECONDS} s.
 */
public final class Loop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final int PATIENCE_SECONDS = 10;

    /** What the thread does: it ends when it is interrupted, or soon after {@code goesOn} says no. */
    public interface Course {
        void run(BooleanSupplier goesOn) throws InterruptedException;
    }

    private final String name;
    private final Course course;
    private final Runnable atStop;
    private volatile @Nullable Thread thread;

    public Loop(String name, Course course) {
        this(name, course, () -> {});
    }

    /** @param atStop ends what an interrupt does not end; the thread has been told to stop by then */
    public Loop(String name, Course course, Runnable atStop) {
        this.name = name;
        this.course = course;
        this.atStop = atStop;
    }

    @Override
    public void start() {
        Thread starting = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
        thread = starting; // before it runs: it ends when it finds itself forgotten
        starting.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        atStop.run();
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(PATIENCE_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            course.run(() -> thread == Thread.currentThread());
        } catch (InterruptedException e) {
            LOG.atDebug().addKeyValue("loop", name).log("It was told to stop.");
        }
    }
}
