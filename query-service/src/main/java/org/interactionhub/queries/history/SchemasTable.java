package org.interactionhub.queries.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.interactionhub.events.ReportedOriginal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The schemas in PostgreSQL that hold the history: the one that is shown, and the one that is being built beside it.
 */
final class SchemasTable {

    /** What everybody reads. */
    static final String SHOWN = "history";
    /** What a rebuild fills. */
    static final String NEXT = "history_next";
    private static final String OLD = "history_old";

    private static final String SCRIPT = script();
    /** Names what the tables are built by: their definition and the version of the projection. */
    private static final String BUILT_BY = ReportedOriginal
            .sha256((SCRIPT + HistoryProjection.VERSION).getBytes(StandardCharsets.UTF_8));

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final HistoryTable table;

    SchemasTable(DataSource source) {
        database = JdbcClient.create(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        table = new HistoryTable(source);
    }

    /** Makes the shown schema at position 0 if there is none, and clears away what a stopped rebuild left. */
    void prepare() {
        dropNext();
        dropOld();
        if (!exists(SHOWN)) {
            create(SHOWN);
        }
    }

    /** True if the shown tables were built by another version of the hub. */
    boolean isStale() {
        return !database.sql("SELECT built_by FROM history.progress").query(String.class).single().equals(BUILT_BY);
    }

    /** How far the shown tables are. */
    Position position() {
        return database.sql("SELECT position, nullif(recorded_at, '-infinity') AS recorded_at FROM history.progress")
                .query((row, _) -> new Position(row.getLong("position"),
                        Optional.ofNullable(row.getObject("recorded_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }

    /** The last event held, and when it was recorded; nothing if none is held. */
    record Position(long position, Optional<Instant> recordedAt) {}

    /**
     * Adds a batch to the shown tables.
     *
     * @return false if the tables are not at {@code expected}, since another process wrote or a rebuild took their place
     */
    boolean add(long expected, Projected batch) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            enter(SHOWN);
            return write(expected, batch);
        }));
    }

    /** Adds a batch to the tables being built. They need not survive a power cut, they would be built again. */
    boolean addToNext(long expected, Projected batch) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            database.sql("SET LOCAL synchronous_commit = off").update();
            enter(NEXT);
            return write(expected, batch);
        }));
    }

    private boolean write(long expected, Projected batch) {
        int moved = database.sql("UPDATE progress SET position = ?, recorded_at = ?::timestamptz WHERE position = ?")
                .params(batch.position(), batch.recordedAt().toString(), expected).update();
        if (moved == 1) {
            table.add(batch.rows());
        }
        return moved == 1;
    }

    void createNext() {
        dropNext();
        dropOld();
        create(NEXT);
    }

    /** Prepares the built tables for being read: statistics, and pages known to be visible to all. */
    void analyzeNext() {
        for (String name : tables(NEXT)) {
            database.sql("VACUUM (ANALYZE) " + NEXT + "." + name).update();
        }
    }

    /**
     * Puts the built tables in the place of the shown ones, in one transaction. Nobody can write the shown ones from
     * the first step on: their position is set to a value that no writer expects.
     *
     * @param rest gives the batch between the two positions: events behind the first up to the second
     */
    void swap(long built, Rest rest) {
        transaction.executeWithoutResult(_ -> {
            long shown = database.sql("SELECT position FROM history.progress FOR UPDATE").query(Long.class).single();
            long position = built;
            enter(NEXT);
            while (position < shown) {
                Projected batch = rest.between(position, shown);
                if (!write(position, batch)) {
                    throw new IllegalStateException("Somebody else is building the history too.");
                }
                position = batch.position();
            }
            database.sql("UPDATE history.progress SET position = -1").update();
            database.sql("ALTER SCHEMA history RENAME TO history_old").update();
            database.sql("ALTER SCHEMA history_next RENAME TO history").update();
        });
    }

    /** Gives the events that a swap has yet to take over, at least one. */
    interface Rest {
        Projected between(long position, long last);
    }

    /**
     * Drops the replaced tables once nobody reads them: questions that began before the swap are waited for, at most
     * {@code patience}.
     */
    void retireOld(Duration patience) throws InterruptedException {
        Instant swapped = database.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
        for (long left = patience.toMillis(); left > 0 && readersSince(swapped) > 0; left -= 50) {
            Thread.sleep(50);
        }
        dropOld();
    }

    private long readersSince(Instant swapped) {
        return database.sql("""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start < ?::timestamptz""")
                .param(swapped.toString()).query(Long.class).single();
    }

    void dropNext() {
        database.sql("DROP SCHEMA IF EXISTS " + NEXT + " CASCADE").update();
    }

    private void dropOld() {
        database.sql("DROP SCHEMA IF EXISTS " + OLD + " CASCADE").update();
    }

    private void create(String schema) {
        transaction.executeWithoutResult(_ -> {
            database.sql("CREATE SCHEMA " + schema).update();
            enter(schema);
            database.sql(SCRIPT).update();
            database.sql("INSERT INTO progress (position, built_by) VALUES (0, ?)").param(BUILT_BY).update();
            // the ledger of accounts, on the command side, compares its sums with what is shown
            database.sql("GRANT USAGE ON SCHEMA " + schema + " TO hub_command").update();
            database.sql("GRANT SELECT ON account_shown TO hub_command").update();
        });
    }

    private void enter(String schema) {
        database.sql("SET LOCAL search_path TO " + schema + ", public").update();
    }

    private boolean exists(String schema) {
        return database.sql("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = ?)").param(schema)
                .query(Boolean.class).single();
    }

    private List<String> tables(String schema) {
        return database.sql("SELECT tablename::text FROM pg_tables WHERE schemaname = ? ORDER BY tablename")
                .param(schema).query(String.class).list();
    }

    private static String script() {
        try (InputStream script = SchemasTable.class.getResourceAsStream("history.sql")) {
            if (script == null) {
                throw new IllegalStateException("history.sql is missing beside " + SchemasTable.class.getName());
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
