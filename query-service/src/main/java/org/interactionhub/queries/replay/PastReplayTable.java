package org.interactionhub.queries.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All SQL of replays that are over. They stand in a schema of their own, since a replay renames that of the history. */
final class PastReplayTable {

    private static final int KEPT = 200;

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    PastReplayTable(DataSource source) {
        database = JdbcClient.create(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /** Keeps one, and forgets the oldest beyond {@value #KEPT}. */
    void keep(Replay replay) {
        transaction.executeWithoutResult(_ -> {
            make();
            database.sql("""
                    INSERT INTO replays.past (id, projection, state, position, head, events_per_second, started_at,
                        finished_at, reason, rows, resumed_from)
                    VALUES (:id, :projection, :state, :position, :head, :speed, :started, :finished, :reason,
                        :rows, :resumed)
                    ON CONFLICT (id) DO NOTHING""").param("id", replay.id()).param("projection", replay.projection())
                    .param("state", replay.state().value()).param("position", replay.position())
                    .param("head", replay.head()).param("speed", replay.eventsPerSecond())
                    .param("started", time(replay.startedAt()))
                    .param("finished", time(Optional.ofNullable(replay.finishedAt()).orElse(replay.startedAt())))
                    .param("reason", replay.reason()).param("rows", replay.rows())
                    .param("resumed", replay.resumedFrom())
                    .update();
            database.sql("""
                    DELETE FROM replays.past WHERE id IN (
                        SELECT id FROM replays.past ORDER BY started_at DESC OFFSET ?)""").param(KEPT).update();
        });
    }

    /** Newest first; none if none was ever kept. */
    List<Replay> newest(int limit) {
        return isThere()
                ? database
                        .sql("""
                                SELECT past.*, (to_jsonb(past) ->> 'resumed_from')::bigint AS went_on_behind -- older tables lack it
                                FROM replays.past ORDER BY started_at DESC LIMIT ?""")
                        .param(limit)
                        .query((row, _) -> replay(row)).list()
                : List.of();
    }

    private boolean isThere() {
        return database.sql("SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'replays' AND tablename = 'past')")
                .query(Boolean.class).single();
    }

    private void make() {
        database.sql("CREATE SCHEMA IF NOT EXISTS replays").update();
        database.sql("""
                CREATE TABLE IF NOT EXISTS replays.past (
                    id                uuid PRIMARY KEY,
                    projection        text NOT NULL,
                    state             text NOT NULL,
                    position          bigint NOT NULL,
                    head              bigint NOT NULL,
                    events_per_second bigint NOT NULL,
                    started_at        timestamptz NOT NULL,
                    finished_at       timestamptz NOT NULL,
                    reason            text,
                    rows              bigint
                )""").update();
        database.sql("ALTER TABLE replays.past ADD COLUMN IF NOT EXISTS resumed_from bigint").update();
    }

    private static Replay replay(ResultSet row) throws SQLException {
        return new Replay(row.getObject("id", UUID.class), row.getString("projection"),
                Replay.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getLong("position"),
                row.getLong("head"), row.getLong("events_per_second"), null, instant(row, "started_at"),
                instant(row, "finished_at"), row.getString("reason"),
                row.getObject("rows", Long.class), null, null, row.getObject("went_on_behind", Long.class));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
