package org.interactionhub.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes readers when the log grows: at once by notification, at the latest after a short poll. One thread and one
 * connection serve any number of waiting threads; a lost connection is opened again.
 */
public final class Tail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final int POLL_MILLIS = 100;
    private static final long RECONNECT_MILLIS = 250;

    private final DataSource database;
    private final Thread watcher;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private long head;
    private volatile boolean closed;

    Tail(DataSource database) {
        this.database = database;
        this.watcher = Thread.ofPlatform().daemon().name("event-log-tail").start(this::watch);
    }

    /**
     * Waits until the log reaches beyond {@code position}.
     *
     * @return the head then, or the last one known after {@code atMost}
     * @throws InterruptedException if the waiting thread is to stop, also because the tail is closed
     */
    public long awaitBeyond(long position, Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (head <= position && nanos > 0 && !closed) {
                nanos = grown.awaitNanos(nanos);
            }
            if (closed) { // not an unchanged head: whoever waits in a loop would spin
                throw new InterruptedException("the tail is closed");
            }
            return head;
        } finally {
            lock.unlock();
        }
    }

    /** Waiting threads are told to stop. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
        watcher.interrupt();
    }

    private void watch() {
        boolean lost = false;
        while (!closed) {
            try (OwnConnection connection = OwnConnection.open(database, SILENCE, "LISTEN hub_log")) {
                if (lost) {
                    LOG.info("The event log is watched again.");
                }
                lost = false;
                follow(connection);
            } catch (SQLException | RuntimeException e) {
                if (!lost && !closed) {
                    LOG.atWarn().setCause(e).log("The event log cannot be watched; trying again until it can.");
                }
                lost = true;
                pause();
            }
        }
    }

    private void follow(OwnConnection connection) throws SQLException {
        PGConnection notifications = connection.jdbc().unwrap(PGConnection.class);
        while (!closed) {
            reached(EventRows.head(connection.jdbc()));
            notifications.getNotifications(POLL_MILLIS); // what it says is not trusted, anybody can send one
        }
    }

    private void reached(long position) {
        lock.lock();
        try {
            if (position > head) {
                head = position;
                grown.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        lock.lock();
        try {
            if (!closed) {
                var _ = grown.await(RECONNECT_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // only close() interrupts; the loop sees it
        } finally {
            lock.unlock();
        }
    }
}
