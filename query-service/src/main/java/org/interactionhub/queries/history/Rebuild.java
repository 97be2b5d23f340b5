package org.interactionhub.queries.history;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionSystemException;

/**
 * Builds the history anew from position 0 beside the one that is shown and takes its place. Readers see the old one until
 * the new one holds at least as much, and never a half one. Goes on with what an earlier one had done before it was cut
 * off, if this hub would do the same. Use once.
 */
public final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    /** How many work at once: as many as the smallest machine has cores. */
    private static final int HANDS = 2;
    /** How many events are read at once: so many rows are held in memory for each of those who work. */
    private static final int PAGE = 2000;
    /** So near to the head that the rest goes into the transaction of the swap. */
    private static final int NEAR = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** SQL states of a connection that broke and of a server that stops. */
    private static final Pattern AWAY = Pattern.compile("08|57P");

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
    private volatile @Nullable Long resumedFrom;
    private volatile boolean cancelled;
    private volatile boolean left;
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
        UUID builder = UUID.randomUUID();
        next = new NextTable(database, builder);
        workers = new Workers(database, builder);
    }

    /**
     * Runs to the end.
     *
     * @return false if it was cancelled
     * @throws InterruptedException if it was left
     */
    public boolean run() throws InterruptedException {
        begins(Phase.READING);
        try {
            schemas.dropOld();
            begin();
            build();
        } catch (RuntimeException e) {
            if (!isStopped()) {
                if (!isCutOff(e)) {
                    clearAway(e);
                }
                throw e;
            } // else its statements were stopped
        }
        return swapped ? done() : undone();
    }

    /** Stops it soon, whatever it is at, and clears it away; the shown history stays. Too late once it has swapped. */
    public void cancel() {
        cancelled = true;
        workers.stop();
    }

    /** Stops it soon, whatever it is at; the next one goes on from there. Too late once it has swapped. */
    public void leave() {
        left = true;
        workers.stop();
    }

    /** Up to where an earlier one had read everything, with which this one goes on; null if it began anew. */
    public @Nullable Long resumedFrom() {
        return resumedFrom;
    }

    /** The last event that the new history holds. */
    public long position() {
        Portions reading = portions;
        return reading == null ? position : reading.position();
    }

    public long eventsPerSecond() {
        return pace.eventsPerSecond(phase, System.nanoTime());
    }

    /**
     * How much of the whole work is done, from 0 to 1. The phases are weighed by what they take as a rule; it is 1 when the
     * new history has taken its place and not before.
     *
     * @param head the last event of the log
     */
    public double share(long head) {
        return pace.share(phase, position(), head, System.nanoTime());
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

    private void begin() {
        if (next.takeOver() && isOfThisLog()) {
            long head = log.head();
            position = next.missing(head).stream().findFirst().map(Stretch::behind).orElse(head);
            resumedFrom = next.lastStaged().isEmpty() ? null : (Long) position;
            LOG.atInfo().addKeyValue("position", position).log("A rebuild that was cut off goes on.");
        } else {
            next.create();
        }
    }

    private boolean isOfThisLog() {
        return next.lastStaged().map(last -> log.at(last.position()).map(StoredEvent::recordedAt)
                .equals(Optional.of(last.recordedAt()))).orElse(true);
    }

    private void build() {
        if (!next.isRead()) {
            read();
        }
        if (goesOn(Phase.FOLDING)) {
            next.read();
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
        if (!isStopped()) {
            begins(into);
        }
        return !isStopped();
    }

    private boolean isStopped() {
        return cancelled || left;
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
        } while (!isStopped() && head - position > NEAR);
    }

    private void readTo(long end) {
        Portions reading = new Portions(log, page, next.missing(end), end);
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
        position = table.moveOn(log.at(position));
        List<StoredEvent> events;
        do {
            events = log.after(position, page);
            if (!events.isEmpty()) {
                Projected batch = Projected.of(events);
                table.add(position, batch);
                reached(batch);
            }
        } while (!isStopped() && events.size() > NEAR);
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
        pace.passed(phase, events, System.nanoTime());
    }

    private boolean done() throws InterruptedException {
        progress.reached(schemas.position().position());
        schemas.retireOld(PATIENCE);
        begins(Phase.DONE);
        return true;
    }

    private boolean undone() throws InterruptedException {
        if (!cancelled) {
            throw new InterruptedException("The rebuild was left at position " + position() + ".");
        }
        next.drop();
        return false;
    }

    /** Whether the database was away: what is done stays done. */
    private static boolean isCutOff(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransactionSystemException) { // not even rolled back
                return true;
            }
            if (cause instanceof SQLException refused && refused.getSQLState() != null
                    && AWAY.matcher(refused.getSQLState()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    private void clearAway(RuntimeException cause) {
        try {
            next.drop();
        } catch (RuntimeException e) {
            cause.addSuppressed(e); // somebody else goes on with it; or else the next one begins with clearing it away
        }
    }
}
