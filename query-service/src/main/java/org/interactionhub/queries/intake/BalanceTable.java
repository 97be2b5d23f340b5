package org.interactionhub.queries.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.interactionhub.queries.timeline.Ours;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL over the published views of accounts and listeners. */
final class BalanceTable {

    private final JdbcClient database;

    BalanceTable(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** Books, history and log as they were at one moment. */
    List<Balance> balances() {
        return database
                .sql("""
                        WITH moment AS (
                            SELECT (SELECT position FROM progress) >=
                                (SELECT coalesce(max(position), 0) FROM store.event) AS caught_up)
                        SELECT channel, account, k.account IS NOT NULL AS described, k.title, k.legal_entity, k.office, b.received,
                            b.recorded, b.duplicate, b.dead_lettered, b.refused, b.last_received_at,
                            coalesce(a.facts, 0) AS shown, m.caught_up
                        FROM intake.account_balance b FULL JOIN account_described k USING (channel, account)
                            LEFT JOIN account_facts a USING (channel, account) CROSS JOIN moment m
                        ORDER BY channel, account""")
                .query((row, _) -> new Balance(row.getString("channel"), row.getString("account"),
                        ours(row), row.getLong("received"), row.getLong("recorded"), row.getLong("duplicate"),
                        row.getLong("dead_lettered"), row.getLong("refused"), row.getLong("shown"),
                        row.getBoolean("caught_up"),
                        time(row.getObject("last_received_at", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Ours ours(ResultSet row) throws SQLException {
        return row.getBoolean("described")
                ? new Ours(row.getString("title"), row.getString("legal_entity"), row.getString("office"))
                : null;
    }

    private static @Nullable Instant time(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** Those that were heard of lately, the ones that listen first. */
    List<Listening> listeners(int seconds) {
        return database.sql("""
                SELECT * FROM intake.intake_progress
                WHERE told_at > (SELECT max(told_at) FROM intake.intake_progress) - make_interval(secs => ?)
                ORDER BY state <> 'listening', told_at DESC""").param(seconds)
                .query((row, _) -> new Listening(row.getObject("id", UUID.class), row.getString("state"),
                        row.getString("sentence"), row.getInt("partitions"), row.getLong("position"),
                        row.getLong("head"), row.getLong("behind"), row.getLong("millis_behind"),
                        row.getLong("per_second"), row.getObject("told_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Changes when something was received, or a dead letter was tried again. */
    String mark() {
        return database.sql("""
                SELECT (SELECT sum(received) || ' ' || sum(recorded) FROM intake.account_balance) || ' '
                    || (SELECT coalesce(sum(attempts), 0) FROM intake.dead_letter_shown)""")
                .query(String.class).optional().orElse("");
    }
}
