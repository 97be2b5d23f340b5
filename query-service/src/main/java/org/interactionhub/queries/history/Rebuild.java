package org.interactionhub.queries.history;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Builds the history anew from position 0 beside the one that is shown and takes its place. Readers see the old one until
 * the new one holds at least as much, and never a half one. Use once.
 */
public final class Rebuild {

    /** How many work at once: as many as the smallest machine has cores. */
    private static final int HANDS = 2;
    /** How many events are read at once: so many rows are held in memory for each of those who work. */
    private static final int PAGE = 2000;
    /** So near to the head that the rest goes into the transaction of the swap. */
    private static final int NEAR = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EventLog log;
    private final SchemasTable schemas;
    private final Progress progress;
    private final int page;
    private final NextTable next;
    private final Workers workers;
    private final Pace pace = new Pace();
    private volatile Phase phase = Phase.READING;
    private volatile @Nullable Portions portions;
    private volatile long position;
    private volatile boolean cancelled;
    private volatile boolean swapped;

    /** What a rebuild is at, one after the other. */
    public enum Phase {
        READING, FOLDING, INDEXING, CATCHING_UP, SWAPPING, DONE;

        /** As people read it. */
        public String value() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Rebuild(DataSource database, EventLog log, SchemasTable schemas, Progress progress) {
        this(database, log, schemas, progress, PAGE);
    }

    Rebuild(DataSource database, EventLog log, SchemasTable schemas, Progress progress, int page) {
        this.page = page;
        this.log = log;
        this.schemas = schemas;
        this.progress = progress;
        next = new NextTable(database);
        workers = new Workers(database);
    }

    /**
     * Runs to the end.
     *
     * @return false if it was cancelled
     */
    public boolean run() throws InterruptedException {
        begins(Phase.READING);
        schemas.dropOld();
        next.create();
        try {
            build();
        } catch (RuntimeException e) {
            clearAway(e);
            if (cancelled) { // its statements were stopped
                return false;
            }
            throw e;
        }
        if (!swapped) {
            next.drop();
            return false;
        }
        progress.reached(schemas.position().position());
        schemas.retireOld(PATIENCE);
        begins(Phase.DONE);
        return true;
    }

    /** Stops it soon, whatever it is at; the shown history stays. Too late once it has swapped. */
    public void cancel() {
        cancelled = true;
        workers.stop();
    }

    /** The last event that the new history holds. */
    public long position() {
        Portions reading = portions;
        return reading == null ? position : reading.position();
    }

    public long eventsPerSecond() {
        return pace.eventsPerSecond(phase, position(), System.nanoTime());
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
        return pace.left(phase, position(), head, System.nanoTime());
    }

    private void build() {
        read();
        if (goesOn(Phase.FOLDING)) {
            workers.run(HANDS, List.of(NextTable::foldContacts, NextTable::foldOthers));
        }
        if (goesOn(Phase.INDEXING)) {
            index();
        }
        if (goesOn(Phase.CATCHING_UP)) {
            workers.run(1, List.of(this::catchUp));
        }
        if (goesOn(Phase.SWAPPING)) {
            workers.run(1, List.of(table -> {
                table.swap(position, this::between);
                swapped = true;
            }));
        }
    }

    private boolean goesOn(Phase into) {
        if (!cancelled) {
            begins(into);
        }
        return !cancelled;
    }

    private void begins(Phase begun) {
        phase = begun;
        pace.begins(begun, System.nanoTime());
    }

    private void read() {
        long head = log.head();
        do {
            readTo(head);
            head = log.head();
        } while (!cancelled && head - position > NEAR);
    }

    private void readTo(long end) {
        Portions reading = new Portions(log, page, position, end);
        portions = reading;
        workers.run(HANDS, Collections.nCopies(HANDS, table -> reading.take(table, workers, this::passed)));
        position = reading.position();
        portions = null;
    }

    private void index() {
        Stream<Consumer<NextTable>> indexes = NextTable.indexes().stream()
                .map(statement -> table -> table.index(statement));
        workers.run(HANDS, indexes.toList());
        workers.run(1, List.of(NextTable::latest));
        Stream<Consumer<NextTable>> tables = next.tables().stream().map(name -> table -> table.tidy(name));
        workers.run(HANDS, tables.toList());
    }

    private void catchUp(NextTable table) {
        table.dropStaged();
        log.at(position).ifPresent(last -> table.reached(position, last.recordedAt()));
        List<StoredEvent> events;
        do {
            events = log.after(position, page);
            if (!events.isEmpty()) {
                Projected batch = Projected.of(events);
                table.add(position, batch);
                reached(batch);
            }
        } while (!cancelled && events.size() > NEAR);
    }

    private Projected between(long from, long to) {
        Projected batch = Projected.of(log.after(from, (int) Math.min(page, to - from)));
        reached(batch);
        return batch;
    }

    private void reached(Projected batch) {
        position = batch.position();
        passed(batch.events());
    }

    private void passed(int events) {
        pace.passed(events, System.nanoTime());
    }

    private void clearAway(RuntimeException cause) {
        try {
            next.drop();
        } catch (DataAccessException e) {
            cause.addSuppressed(e); // the next rebuild, or the next start of the hub, clears it away
        }
    }
}
