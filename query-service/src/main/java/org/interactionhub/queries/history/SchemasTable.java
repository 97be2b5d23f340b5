package org.interactionhub.queries.history;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The schema in PostgreSQL that holds the shown history, and what became of the one before it. */
final class SchemasTable {

    /** What everybody reads. */
    static final String SHOWN = "history";
    private static final String OLD = "history_old";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final HistoryTable table;
    private final NextTable next;

    SchemasTable(DataSource source) {
        database = JdbcClient.create(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        table = new HistoryTable(source);
        next = new NextTable(source, UUID.randomUUID());
    }

    /**
     * Makes the shown schema at position 0 if there is none, and clears away what a rebuild left that this hub cannot go
     * on with.
     */
    void prepare() {
        if (!next.isUnfinished()) {
            next.clear();
        }
        dropOld();
        if (!exists(SHOWN)) {
            transaction.executeWithoutResult(_ -> {
                table.create(SHOWN);
                table.index();
            });
        }
    }

    /** True if the shown tables were built by another version of the hub. */
    boolean isStale() {
        return !database.sql("SELECT built_by FROM history.progress").query(String.class).single()
                .equals(HistoryScript.HERE.builtBy());
    }

    /** True if a rebuild was cut off that can be gone on with. */
    boolean isUnfinished() {
        return next.isUnfinished();
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
            table.enterLive(SHOWN);
            return table.add(expected, batch);
        }));
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

    void dropOld() {
        database.sql("DROP SCHEMA IF EXISTS " + OLD + " CASCADE").update();
    }

    private boolean exists(String schema) {
        return database.sql("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = ?)").param(schema)
                .query(Boolean.class).single();
    }
}
