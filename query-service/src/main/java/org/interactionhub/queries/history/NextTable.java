package org.interactionhub.queries.history;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tables that a rebuild fills: those of the history, without indexes at first, and beside them tables that stage what
 * meets other rows of its key until all of it is there. Staged rows are lost when PostgreSQL crashes, and then the rebuild
 * begins anew. Nothing here waits for the disk: the transaction of the swap does, for all that was written before.
 */
final class NextTable {

    /** What a rebuild fills. */
    static final String NEXT = "history_next";
    private static final String STAGE = "history_stage";
    private static final List<KeyedTable<?>> STAGED = Stream
            .concat(KeyedTable.SINGLE.stream(), Stream.of(OwnerTable.ASSIGN, KeyedTable.CONTACT, KeyedTable.PART))
            .toList();

    private final JdbcClient database;
    private final JdbcTemplate plain;
    private final TransactionTemplate transaction;
    private final CopyTable copy;
    private final HistoryTable history;
    private final OwnerTable owners;

    NextTable(DataSource source) {
        database = JdbcClient.create(source);
        plain = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        copy = new CopyTable(source);
        history = new HistoryTable(source);
        owners = new OwnerTable(source);
    }

    /** Makes the tables, empty. */
    void create() {
        drop();
        within(() -> {
            history.create(NEXT);
            plain.execute("CREATE SCHEMA " + STAGE);
            STAGED.forEach(table -> plain.execute("CREATE UNLOGGED TABLE %s.%s (%s)".formatted(STAGE, table.name(),
                    table.columns().definition())));
        });
    }

    /** Takes the rows of a portion of the log, whichever portions came before. */
    void stage(Projected portion) {
        RowsByKind rows = new RowsByKind(portion.rows());
        within(() -> {
            AddedTable.ALL.forEach(table -> table.add(copy, rows));
            STAGED.forEach(table -> table.stage(copy, STAGE, rows));
        });
    }

    /** Contacts, and who took part in them: by far the most rows. */
    void foldContacts() {
        within(() -> {
            fold(KeyedTable.CONTACT);
            fold(KeyedTable.PART);
        });
    }

    void foldOthers() {
        within(() -> {
            KeyedTable.SINGLE.forEach(this::fold);
            owners.addStaged(STAGE);
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
        within(() -> plain.execute(statement));
    }

    /** Finds the latest contact of all clients; the indexes are there. */
    void latest() {
        within(() -> plain.execute(HistoryTable.LATEST.formatted("SELECT client_id FROM client")));
    }

    List<String> tables() {
        return database.sql("SELECT tablename::text FROM pg_tables WHERE schemaname = ? ORDER BY tablename").param(NEXT)
                .query(String.class).list();
    }

    /** Prepares a table for being read: statistics, and pages known to be visible to all. */
    void tidy(String table) {
        plain.execute("VACUUM (ANALYZE) " + NEXT + "." + table);
    }

    /** All that was staged is in the tables: from here on batches are added as to the shown ones. */
    void reached(long position, Instant recordedAt) {
        within(() -> database.sql("UPDATE progress SET position = ?, recorded_at = ?::timestamptz")
                .params(position, recordedAt.toString()).update());
    }

    void dropStaged() {
        plain.execute("DROP SCHEMA IF EXISTS " + STAGE + " CASCADE");
    }

    /** Adds a batch behind {@code position}. */
    void add(long position, Projected batch) {
        within(() -> extend(position, batch));
    }

    private void extend(long position, Projected batch) {
        if (!history.add(position, batch)) {
            throw new IllegalStateException("Somebody else is building the history too.");
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
            long shown = database.sql("SELECT position FROM history.progress FOR UPDATE").query(Long.class).single();
            long position = built;
            history.enter(NEXT);
            while (position < shown) {
                Projected batch = rest.between(position, shown);
                extend(position, batch);
                position = batch.position();
            }
            plain.execute("UPDATE history.progress SET position = -1");
            plain.execute("ALTER SCHEMA history RENAME TO history_old");
            plain.execute("ALTER SCHEMA history_next RENAME TO history");
        });
    }

    /** Gives the events that a swap has yet to take over, at least one. */
    interface Rest {
        Projected between(long position, long last);
    }

    void drop() {
        dropStaged();
        plain.execute("DROP SCHEMA IF EXISTS " + NEXT + " CASCADE");
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
            work.run();
        });
    }
}
