package org.interactionhub.queries.history;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How far the shown history is, for those who wait for it. Told at once by the loop of this process, and found by
 * looking every {@value #LOOK_MILLIS} ms if another process projects.
 */
public final class Progress {

    private static final long LOOK_MILLIS = 100;

    private final SchemasTable schemas;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long known;

    Progress(SchemasTable schemas) {
        this.schemas = schemas;
    }

    /** The last event that the shown history holds. */
    public long position() {
        reached(schemas.position().position());
        return known();
    }

    /**
     * Waits until the history holds the event at {@code position}.
     *
     * @return false if it does not after {@code atMost}
     */
    public boolean await(long position, Duration atMost) throws InterruptedException {
        return awaitBeyond(position - 1, atMost) >= position;
    }

    /**
     * Waits until the history reaches beyond {@code position}.
     *
     * @return how far it is then, or after {@code atMost}
     */
    public long awaitBeyond(long position, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (known() <= position && position() <= position && System.nanoTime() < end) {
            pause(position, Math.min(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS), end - System.nanoTime()));
        }
        return known();
    }

    void reached(long position) {
        lock.lock();
        try {
            if (position > known) {
                known = position;
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void pause(long position, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (known <= position && left > 0) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private long known() {
        lock.lock();
        try {
            return known;
        } finally {
            lock.unlock();
        }
    }
}
