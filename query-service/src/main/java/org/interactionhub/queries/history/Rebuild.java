package org.interactionhub.queries.history;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;
import org.interactionhub.queries.metering.Speed;
import org.jspecify.annotations.Nullable;

/**
 * Builds the history anew from position 0 beside the one that is shown and takes its place. Readers see the old one until
 * the new one holds at least as much, and never a half one. Use once.
 */
public final class Rebuild {

    private static final int PAGE = 5000;
    /** So near to the head that the rest goes into the transaction of the swap. */
    private static final int NEAR = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EventLog log;
    private final SchemasTable schemas;
    private final Progress progress;
    private final Speed speed = new Speed();
    private volatile Phase phase = Phase.READING;
    private volatile long position;
    private volatile boolean cancelled;

    /** What a rebuild is at, one after the other. */
    public enum Phase {
        READING, FOLDING, INDEXING, CATCHING_UP, SWAPPING, DONE;

        /** As people read it. */
        public String value() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Rebuild(EventLog log, SchemasTable schemas, Progress progress) {
        this.log = log;
        this.schemas = schemas;
        this.progress = progress;
    }

    /**
     * Runs to the end.
     *
     * @return false if it was cancelled
     */
    public boolean run() throws InterruptedException {
        schemas.createNext();
        try {
            fill(NEAR);
            if (!cancelled) {
                phase = Phase.INDEXING;
                schemas.analyzeNext();
                phase = Phase.CATCHING_UP;
                fill(NEAR);
            }
            if (cancelled) {
                schemas.dropNext();
                return false;
            }
            phase = Phase.SWAPPING;
            schemas.swap(position, this::between);
        } catch (RuntimeException e) {
            schemas.dropNext();
            throw e;
        }
        progress.reached(schemas.position().position());
        schemas.retireOld(PATIENCE);
        phase = Phase.DONE;
        return true;
    }

    /** Stops it soon; the shown history stays. Too late once it has begun to swap. */
    public void cancel() {
        cancelled = true;
    }

    /** The last event that the new history holds. */
    public long position() {
        return position;
    }

    public long eventsPerSecond() {
        return speed.eventsPerSecond(System.nanoTime());
    }

    public Phase phase() {
        return phase;
    }

    /**
     * How long it will take yet, null if that cannot be told.
     *
     * @param head the last event of the log
     */
    public @Nullable Long etaSeconds(long head) {
        long now = eventsPerSecond();
        return now == 0 ? null : (Long) Math.ceilDiv(Math.max(0, head - position), now);
    }

    private void fill(int near) {
        List<StoredEvent> events = log.after(position, PAGE);
        while (!cancelled && !events.isEmpty()) {
            Projected batch = Projected.of(events);
            if (!schemas.addToNext(position, batch)) {
                throw new IllegalStateException("Somebody else is building the history too.");
            }
            reached(batch);
            if (events.size() < near) {
                return;
            }
            events = log.after(position, PAGE);
        }
    }

    private Projected between(long from, long to) {
        Projected batch = Projected.of(log.after(from, (int) Math.min(PAGE, to - from)));
        reached(batch);
        return batch;
    }

    private void reached(Projected batch) {
        position = batch.position();
        speed.passed(batch.events(), System.nanoTime());
    }
}
