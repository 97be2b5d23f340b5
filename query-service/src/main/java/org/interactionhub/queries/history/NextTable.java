package org.interactionhub.queries.history;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.eventstore.StoredEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tables that a rebuild fills: those of the history, without indexes at first, and beside them tables that stage what
 * meets other rows of its key until all of it is there. Every step leaves a mark in its own transaction, so that whoever
 * goes on with a rebuild that was cut off does none twice. Staged rows and marks are lost when PostgreSQL crashes, and then
 * the rebuild begins anew. Nothing here waits for the disk: the transaction of the swap does, for all that was written
 * before.
 */
final class NextTable {

    /** What a rebuild fills. */
    static final String NEXT = "history_next";
    static final String STAGE = "history_stage";
    private static final List<KeyedTable<?>> STAGED = Stream
            .concat(KeyedTable.SINGLE.stream(),
                    Stream.of(IdentityTable.STAGED, KeyedTable.CONTACT, KeyedTable.PART))
            .toList();

    /** What a rebuild makes, and how: only the same is gone on with. */
    private static final String MADE_FOR = ReportedOriginal.sha256(Stream
            .concat(Stream.of(HistoryScript.HERE.builtBy(), MarkTable.shape()),
                    STAGED.stream().map(table -> table.name() + table.columns().definition()))
            .collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));

    private static final String READ = "read";

    private final JdbcClient database;
    private final JdbcTemplate plain;
    private final TransactionTemplate transaction;
    private final CopyTable copy;
    private final HistoryTable history;
    private final OwnerTable owners;
    private final IdentityTable identities;
    private final MarkTable marks;

    /** @param builder who works at it, of several the same for all hands */
    NextTable(DataSource source, UUID builder) {
        database = JdbcClient.create(source);
        plain = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        copy = new CopyTable(source);
        history = new HistoryTable(source);
        owners = new OwnerTable(source);
        identities = new IdentityTable(source);
        marks = new MarkTable(source, builder);
    }

    /** Whether a rebuild was cut off, or is under way elsewhere, that this hub could go on with. */
    boolean isUnfinished() {
        return marks.isThere(MADE_FOR);
    }

    /**
     * Goes on with what is there; whoever works at it can then do so no longer.
     *
     * @return false if there is nothing that this hub could go on with
     */
    boolean takeOver() {
        return Boolean.TRUE.equals(transaction.execute(_ -> marks.takeOver(MADE_FOR)));
    }

    /** Makes the tables, empty, in the place of what is there. */
    void create() {
        clear();
        transaction.executeWithoutResult(_ -> {
            history.create(NEXT);
            plain.execute("CREATE SCHEMA " + STAGE);
            marks.create(MADE_FOR);
            STAGED.forEach(table -> plain.execute("CREATE UNLOGGED TABLE %s.%s (%s)".formatted(STAGE, table.name(),
                    table.columns().definition())));
        });
    }

    /** The last event of those that are staged. */
    Optional<MarkTable.Staged> lastStaged() {
        return marks.last();
    }

    /** What is not staged yet up to {@code end}. */
    List<Stretch> missing(long end) {
        return marks.missing(end);
    }

    /** Whether {@link #read()} was said. */
    boolean isRead() {
        return marks.isDone(READ);
    }

    /** From here on nothing more is staged. */
    void read() {
        once(READ, () -> {});
    }

    /** Takes the rows of a portion of the log, whichever portions came before. */
    void stage(long position, Projected portion) {
        RowsByKind rows = new RowsByKind(portion.rows());
        within(() -> {
            AddedTable.ALL.forEach(table -> table.add(copy, rows));
            STAGED.forEach(table -> table.stage(copy, STAGE, rows));
            marks.staged(position, portion);
        });
    }

    /** Contacts, and who took part in them: by far the most rows. */
    void foldContacts() {
        once("contacts", () -> {
            fold(KeyedTable.CONTACT);
            fold(KeyedTable.PART);
        });
    }

    void foldOthers() {
        once("others", () -> {
            KeyedTable.SINGLE.forEach(this::fold);
            owners.foldAll();
            identities.addStaged(STAGE);
        });
    }

    private void fold(KeyedTable<?> table) {
        plain.execute(table.overStaged(STAGE));
    }

    /** The statements that make an index, those that take longest first. */
    static List<String> indexes() {
        return Stream.concat(HistoryScript.HERE.indexes().stream().filter(one -> one.contains(" gin ")),
                HistoryScript.HERE.indexes().stream().filter(one -> !one.contains(" gin "))).toList();
    }

    void index(String statement) {
        once(statement, () -> plain.execute(statement));
    }

    /** Finds the latest contact of all clients; the indexes are there. */
    void latest() {
        once("latest", () -> List.of(HistoryTable.LATEST, HistoryTable.LATEST_OF_HOUSES)
                .forEach(latest -> plain.execute(latest.formatted("SELECT client_id FROM client"))));
    }

    List<String> tables() {
        return database.sql("SELECT tablename::text FROM pg_tables WHERE schemaname = ? ORDER BY tablename").param(NEXT)
                .query(String.class).list();
    }

    /** Prepares a table for being read: statistics, and pages known to be visible to all. */
    void tidy(String table) {
        String step = "tidy " + table;
        if (!marks.isDone(step)) {
            plain.execute("VACUUM (ANALYZE) " + NEXT + "." + table); // in no transaction
            once(step, () -> {});
        }
    }

    /**
     * All that was staged is in the tables, and goes: from here on batches are added as to the shown ones.
     *
     * @param last the last event that was staged; nothing if there was none
     * @return the position of the last event that the tables hold
     */
    long moveOn(Optional<StoredEvent> last) {
        once("moved", () -> {
            STAGED.forEach(table -> plain.execute("DROP TABLE %s.%s".formatted(STAGE, table.name())));
            last.ifPresent(event -> database.sql("UPDATE progress SET position = ?, recorded_at = ?::timestamptz")
                    .params(event.position(), event.recordedAt().toString()).update());
        });
        return database.sql("SELECT position FROM history_next.progress").query(Long.class).single();
    }

    /** Adds a batch behind {@code position}. */
    void add(long position, Projected batch) {
        within(() -> extend(position, batch));
    }

    private void extend(long position, Projected batch) {
        if (!history.add(position, batch)) {
            throw new IllegalStateException("Somebody else writes the history that is being built.");
        }
    }

    /**
     * Puts the built tables in the place of the shown ones, in one transaction. Nobody can write the shown ones from
     * the first step on: their position is set to a value that no writer expects.
     *
     * @param built the position that the built tables hold
     * @param rest gives the batch between the two positions: events behind the first up to the second
     */
    void swap(long built, Rest rest) {
        transaction.executeWithoutResult(_ -> {
            marks.holdAlone();
            long shown = database.sql("SELECT position FROM history.progress FOR UPDATE").query(Long.class).single();
            long position = built;
            history.enter(NEXT);
            while (position < shown) {
                Projected batch = rest.between(position, shown);
                extend(position, batch);
                position = batch.position();
            }
            dropStaged();
            plain.execute("UPDATE history.progress SET position = -1");
            plain.execute("ALTER SCHEMA history RENAME TO history_old");
            plain.execute("ALTER SCHEMA history_next RENAME TO history");
        });
    }

    /** Gives the events that a swap has yet to take over, at least one. */
    interface Rest {
        Projected between(long position, long last);
    }

    /** Clears away what this builder has made, unless somebody else goes on with it. */
    void drop() {
        transaction.executeWithoutResult(_ -> {
            marks.holdAlone();
            clear();
        });
    }

    /** Clears away what is there, whoever made it. */
    void clear() {
        dropStaged();
        plain.execute("DROP SCHEMA IF EXISTS " + NEXT + " CASCADE");
    }

    private void dropStaged() {
        plain.execute("DROP SCHEMA IF EXISTS " + STAGE + " CASCADE");
    }

    private void once(String step, Runnable work) {
        within(() -> {
            if (!marks.isDone(step)) {
                work.run();
                marks.done(step);
            }
        });
    }

    private void within(Runnable work) {
        transaction.executeWithoutResult(_ -> {
            history.enter(NEXT);
            plain.execute("SET LOCAL synchronous_commit = off");
            plain.execute("SET LOCAL work_mem = '64MB'");
            plain.execute("SET LOCAL maintenance_work_mem = '256MB'");
            plain.execute("SET LOCAL jit = off");
            // whoever waits for a hub that was killed should not have to wait for its last statement
            plain.execute("SET LOCAL client_connection_check_interval = '1s'");
            marks.hold();
            work.run();
        });
    }
}
