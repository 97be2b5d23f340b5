package org.interactionhub.queries.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a rebuild has done so far, and who works at it. A mark is made in the transaction of the work it stands for, and
 * lies beside the rows that are staged in tables of their kind: a crash of PostgreSQL empties all of them, so that whoever
 * finds marks finds the rows too. Runs in the transaction of its caller.
 */
final class MarkTable {

    private static final String TABLES = """
            CREATE UNLOGGED TABLE %1$s.rebuild (
                only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), made_for text NOT NULL, builder uuid NOT NULL);
            CREATE UNLOGGED TABLE %1$s.portion (behind bigint PRIMARY KEY, last bigint NOT NULL,
                recorded_at timestamptz NOT NULL);
            CREATE UNLOGGED TABLE %1$s.step (name text PRIMARY KEY)"""
            .formatted(NextTable.STAGE);

    private final JdbcClient database;
    private final UUID builder;

    /** @param builder who works: marks of somebody else's time are kept, but somebody else makes no more of them */
    MarkTable(DataSource source, UUID builder) {
        database = JdbcClient.create(source);
        this.builder = builder;
    }

    /** What a rebuild is recognised by, beside the shape of the rows that it stages: that of its marks. */
    static String shape() {
        return TABLES;
    }

    /** @param madeFor names what the rebuild makes, and how */
    void create(String madeFor) {
        database.sql(TABLES).update();
        database.sql("INSERT INTO history_stage.rebuild (made_for, builder) VALUES (?, ?)").params(madeFor, builder)
                .update();
    }

    /** Whether there is a rebuild under way, or cut off, that makes the same. */
    boolean isThere(String madeFor) {
        return database.sql("SELECT to_regclass('history_stage.rebuild') IS NOT NULL").query(Boolean.class).single()
                && database.sql("SELECT EXISTS (SELECT FROM history_stage.rebuild WHERE made_for = ?)").param(madeFor)
                        .query(Boolean.class).single();
    }

    /**
     * Makes it the work of this builder, after the transactions of whoever had it have ended.
     *
     * @return false if there is none that makes the same
     */
    boolean takeOver(String madeFor) {
        return isThere(madeFor) && database.sql("UPDATE history_stage.rebuild SET builder = ? WHERE made_for = ?")
                .params(builder, madeFor).update() == 1;
    }

    /** Keeps others from taking over until the end of the transaction. */
    void hold() {
        if (database.sql("SELECT true FROM history_stage.rebuild WHERE builder = ? FOR SHARE").param(builder)
                .query(Boolean.class).optional().isEmpty()) {
            throw new IllegalStateException("Somebody else goes on with this rebuild, or PostgreSQL lost its staging.");
        }
    }

    /** As {@link #hold()}, and keeps everybody from looking at it: it is going to be dropped. */
    void holdAlone() {
        database.sql("LOCK TABLE history_stage.rebuild IN ACCESS EXCLUSIVE MODE").update();
        hold();
    }

    /** The events behind {@code position} that this portion has are staged. */
    void staged(long position, Projected portion) {
        database.sql("INSERT INTO history_stage.portion (behind, last, recorded_at) VALUES (?, ?, ?::timestamptz)")
                .params(position, portion.position(), portion.recordedAt().toString()).update();
    }

    /** What is not staged yet up to {@code end}, in the order of the log. */
    List<Stretch> missing(long end) {
        return database.sql("""
                SELECT behind, last FROM (
                    SELECT coalesce(lag(last) OVER (ORDER BY behind), 0) AS behind, behind AS last
                    FROM (SELECT behind, last FROM history_stage.portion UNION ALL SELECT :end, :end) known) stretch
                WHERE behind < last ORDER BY behind""").param("end", end)
                .query((row, _) -> new Stretch(row.getLong("behind"), row.getLong("last"))).list();
    }

    /** The last event of those that are staged, whatever is missing before it. */
    Optional<Staged> last() {
        return database.sql("SELECT last, recorded_at FROM history_stage.portion ORDER BY behind DESC LIMIT 1")
                .query((row, _) -> new Staged(row.getLong("last"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** An event that is staged. */
    record Staged(long position, Instant recordedAt) {}

    boolean isDone(String step) {
        return database.sql("SELECT EXISTS (SELECT FROM history_stage.step WHERE name = ?)").param(step)
                .query(Boolean.class).single();
    }

    void done(String step) {
        database.sql("INSERT INTO history_stage.step (name) VALUES (?)").param(step).update();
    }
}
