package org.interactionhub.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this process that appends. Callers who come with decided facts while it is busy share its next
 * transaction; a batch has one of its own.
 */
final class Writer {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    /** No shared transaction holds the gate longer than a batch does. */
    private static final int MAX_SHARED = 1_000;

    private final DataSource database;
    private final EventTypes types;
    private final AppendWatch watch;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Deque<Waiting> pending = new ArrayDeque<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("event-store-writer").unstarted(this::run);
    private final Waiting end = new Waiting(new Work.Decided(List.of()));
    private boolean closed;
    private @Nullable AppendSession session;

    Writer(DataSource database, EventTypes types, AppendWatch watch) {
        this.database = database;
        this.types = types;
        this.watch = watch;
    }

    /** @throws AppendFailed if the database is not there or not prepared */
    void start() {
        try {
            session = AppendSession.open(database, types);
        } catch (SQLException e) {
            throw new AppendFailed("The event store cannot be opened: " + e.getMessage(), e);
        }
        thread.start();
    }

    List<Outcome> append(Work work) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("A decision cannot append on its own; it returns what is to be appended");
        }
        Waiting waiting = new Waiting(work);
        synchronized (queue) {
            if (closed) {
                throw new AppendFailed("The event store is closed: nothing was written.", null);
            }
            queue.add(waiting);
        }
        return waiting.await();
    }

    /** Whoever waits already is served first. */
    void close() {
        synchronized (queue) {
            if (!closed) {
                closed = true;
                queue.add(end);
            }
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        for (Waiting next = next(); next != end; next = next()) {
            if (next.take()) {
                serve(next);
            }
        }
        discard();
    }

    private Waiting next() {
        try {
            if (pending.isEmpty()) {
                pending.add(queue.take());
            }
            queue.drainTo(pending);
            return pending.remove();
        } catch (InterruptedException e) {
            return next(); // nobody has a reason to interrupt; close() ends the thread
        }
    }

    private void serve(Waiting next) {
        if (next.work() instanceof Work.Decided first) {
            List<Waiting> together = new ArrayList<>(List.of(next));
            List<List<EncodedEvent>> groups = new ArrayList<>(first.groups());
            joinWaiting(together, groups);
            transact(new Work.Decided(groups), together);
        } else {
            transact(next.work(), List.of(next));
        }
    }

    private void joinWaiting(List<Waiting> together, List<List<EncodedEvent>> groups) {
        for (Iterator<Waiting> others = pending.iterator(); others.hasNext() && groups.size() < MAX_SHARED;) {
            Waiting other = others.next();
            if (other != end && other.work() instanceof Work.Decided decided) {
                others.remove();
                if (other.take()) {
                    together.add(other);
                    groups.addAll(decided.groups());
                }
            }
        }
    }

    private void transact(Work work, List<Waiting> callers) {
        callers.forEach(caller -> watch.began(caller.age()));
        long begun = System.nanoTime();
        try {
            List<Outcome> outcomes = work instanceof Work.Decided decided ? append(decided) : begin(work).complete();
            int events = events(outcomes);
            watch.committed(events, since(begun));
            int begin = 0;
            for (Waiting caller : callers) {
                int end = caller.work() instanceof Work.Decided decided
                        ? begin + decided.groups().size()
                        : outcomes.size();
                caller.succeed(outcomes.subList(begin, end));
                begin = end;
            }
            if (events > 0) {
                wakeReaders();
            }
        } catch (Throwable e) { // whatever a decision throws, the next caller is served
            watch.failed(since(begun));
            rollback(e);
            callers.forEach(caller -> caller.fail(e));
        }
    }

    /** Who is not woken looks by herself a moment later. */
    private void wakeReaders() {
        try {
            session().tell();
        } catch (SQLException e) {
            reconnect(e);
        }
    }

    private static int events(List<Outcome> outcomes) {
        long events = 0;
        for (Outcome outcome : outcomes) {
            events += outcome instanceof Outcome.Appended(long first, long last) ? last - first + 1 : 0;
        }
        return Math.toIntExact(events);
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /** Whether facts are written whose connection broke under way, the log tells, and nobody writes them twice. */
    private List<Outcome> append(Work.Decided work) throws SQLException {
        Optional<List<Outcome>> written;
        try {
            written = session().atOnce(work);
        } catch (SQLException e) {
            if (!isBroken(e)) {
                throw e;
            }
            reconnect(e);
            return session().again(work);
        }
        return written.isPresent() ? written.get() : begin(work).complete();
    }

    // nothing is durable before it is completed: where a connection died while idle, a new one can be tried
    private AppendSession.Begun begin(Work work) throws SQLException {
        if (session != null) {
            try {
                return session().begin(work);
            } catch (SQLException e) {
                reconnect(e);
            }
        }
        return session().begin(work);
    }

    private AppendSession session() throws SQLException {
        AppendSession current = session;
        if (current == null) {
            current = AppendSession.open(database, types);
            session = current;
        }
        return current;
    }

    private void reconnect(SQLException reason) {
        LOG.atInfo().setCause(reason).log("The event store connects again.");
        discard();
    }

    /** A pool's connection that was closed already has no SQL state. */
    private static boolean isBroken(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    private void rollback(Throwable reason) {
        AppendSession current = session;
        if (current == null) {
            return;
        }
        try {
            current.rollback();
            if (reason instanceof SQLException) {
                discard();
            }
        } catch (SQLException e) {
            reason.addSuppressed(e);
            discard();
        }
    }

    private void discard() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
