package org.interactionhub.queries.history;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;
import org.interactionhub.eventstore.Tail;
import org.interactionhub.queries.metering.ProjectionMeters;
import org.interactionhub.queries.metering.Speed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Keeps the shown history up with the log: a page of events becomes rows, and rows and position are one transaction. A
 * loop in another process does no harm: whoever finds the position moved goes on from there. Never gives up: while the
 * database is away, or an event cannot be projected, it tries again with pauses up to {@value #LONGEST_PAUSE} ms and says
 * so in its state.
 */
final class HistoryLoop {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryLoop.class);
    private static final int PAGE = 2000;
    private static final long FIRST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 5000;
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final EventLog log;
    private final SchemasTable schemas;
    private final Progress progress;
    private final ProjectionMeters meters;
    private final Speed speed = new Speed();
    private final CountDownLatch opened = new CountDownLatch(1);
    private Runnable whenDue = () -> {};
    private volatile @Nullable String trouble = "The history has not started yet.";
    private int page = PAGE;
    private long pause = FIRST_PAUSE;

    HistoryLoop(EventLog log, SchemasTable schemas, Progress progress, ProjectionMeters meters) {
        this.log = log;
        this.schemas = schemas;
        this.progress = progress;
        this.meters = meters;
    }

    /**
     * @param action done once the history is open, if another version of the hub built what is shown or a rebuild was cut
     *            off
     */
    void whenRebuildIsDue(Runnable action) {
        whenDue = action;
    }

    /** What stops it right now, in a sentence; null if nothing does. */
    @Nullable
    String trouble() {
        return trouble;
    }

    boolean awaitOpen(Duration atMost) throws InterruptedException {
        return opened.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    long eventsPerSecond() {
        return speed.eventsPerSecond(System.nanoTime());
    }

    void run(BooleanSupplier goesOn) throws InterruptedException {
        open();
        try (Tail tail = log.tail()) {
            follow(tail, goesOn);
        }
    }

    /** Waits for the log to exist: the command-service makes it, and may start later. */
    private void open() throws InterruptedException {
        while (true) {
            try {
                log.head();
                schemas.prepare();
                trouble = null;
                opened.countDown();
                if (schemas.isStale() || schemas.isUnfinished()) {
                    whenDue.run();
                }
                return;
            } catch (RuntimeException e) {
                troubled("The history cannot start: the event log is not there yet or the database does not answer.",
                        e);
            }
        }
    }

    private void follow(Tail tail, BooleanSupplier goesOn) throws InterruptedException {
        long position = -1;
        while (goesOn.getAsBoolean()) {
            try {
                if (position < 0) {
                    position = schemas.position().position();
                    progress.reached(position);
                }
                position = advance(position, tail);
                trouble = null;
                pause = FIRST_PAUSE;
            } catch (CannotProject e) {
                troubled(String.valueOf(e.getMessage()), e);
            } catch (RuntimeException e) {
                // one event a time until it goes well, so that an event that the database refuses is found and named
                page = 1;
                position = -1;
                troubled("The history cannot be written: the database does not answer or refuses.", e);
            }
        }
    }

    private long advance(long position, Tail tail) throws InterruptedException {
        List<StoredEvent> events = log.after(position, page);
        if (events.isEmpty()) {
            meters.caughtUp(position);
            tail.awaitBeyond(position, IDLE);
            return position;
        }
        long begun = System.nanoTime();
        Projected batch = Projected.of(events);
        if (!write(position, batch)) {
            return -1;
        }
        page = Math.min(PAGE, page * 4);
        speed.passed(batch.events(), System.nanoTime());
        meters.projected(batch.events(), batch.unknown(), batch.position(),
                Duration.ofNanos(System.nanoTime() - begun));
        progress.reached(batch.position());
        return batch.position();
    }

    private boolean write(long position, Projected batch) {
        try {
            return schemas.add(position, batch);
        } catch (DataIntegrityViolationException refused) {
            if (batch.events() == 1) {
                throw new CannotProject(batch.position(), refused);
            }
            throw refused;
        }
    }

    private void troubled(String sentence, RuntimeException cause) throws InterruptedException {
        if (!sentence.equals(trouble)) {
            LOG.atWarn().setCause(cause).log(sentence);
        }
        trouble = sentence;
        meters.failed();
        Thread.sleep(pause);
        pause = Math.min(LONGEST_PAUSE, pause * 2);
    }
}
