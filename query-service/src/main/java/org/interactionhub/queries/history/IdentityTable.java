package org.interactionhub.queries.history;

import static org.interactionhub.queries.history.Columns.Type.BIGINT;
import static org.interactionhub.queries.history.Columns.Type.TEXT;
import static org.interactionhub.queries.history.Columns.Type.TIMESTAMPTZ;
import static org.interactionhub.queries.history.Columns.Type.UUID;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.interactionhub.queries.history.HistoryRow.Identity.Verdict;
import org.interactionhub.queries.history.HistoryRow.Identity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes who counts as whom. A merge costs a row for each client who was merged before, however many contacts they have.
 * Runs in the transaction and the schema of its caller.
 */
final class IdentityTable {

    static final KeyedTable<Identity> STAGED = new KeyedTable<>("identity", Columns.of(Identity.class)
            .with("position", BIGINT, Identity::position).with("verdict", TEXT, row -> row.verdict().name())
            .with("client_id", UUID, Identity::clientId).with("other_id", UUID, Identity::otherId)
            .with("merge", BIGINT, Identity::merge).with("words", TEXT, Identity::words)
            .with("actor", TEXT, Identity::actor).with("recorded_at", TIMESTAMPTZ, Identity::recordedAt),
            rows -> rows.of(Identity.class), "");

    /** All who count as {@code other} count as the client from here on. */
    private static final String JOIN = """
            WITH head AS (
                SELECT head_id FROM client_identity
                WHERE client_id = :client AND to_position = 9223372036854775807),
            moved AS (
                UPDATE client_identity SET to_position = :position
                WHERE head_id = :other AND to_position = 9223372036854775807 RETURNING client_id)
            INSERT INTO client_identity (client_id, head_id, from_position)
            SELECT client_id, head_id, :position FROM moved, head""";

    /** The other counts as herself again, and so do all who were merged into her. */
    private static final String PART = """
            WITH RECURSIVE hers AS (
                SELECT :other::uuid AS client_id
                UNION SELECT m.other_id FROM hers JOIN client_merge m USING (client_id)
                WHERE m.to_position = 9223372036854775807),
            moved AS (
                UPDATE client_identity i SET to_position = :position FROM hers
                WHERE i.client_id = hers.client_id AND i.to_position = 9223372036854775807 RETURNING i.client_id)
            INSERT INTO client_identity (client_id, head_id, from_position)
            SELECT client_id, :other, :position FROM moved""";

    /** Clients are what they count as now; whoever looks for what changed finds both of the two, and as whom they count. */
    private static final String NOTE = """
            UPDATE client c SET head_id = i.head_id, position = greatest(c.position, :position)
            FROM client_identity i
            WHERE i.client_id = c.client_id AND i.to_position = 9223372036854775807
              AND i.head_id IN (SELECT head_id FROM client_identity
                  WHERE client_id IN (:client, :other) AND to_position = 9223372036854775807)
              AND (i.from_position = :position OR c.client_id IN (:client, :other, i.head_id))""";

    private final JdbcClient database;

    IdentityTable(DataSource source) {
        database = JdbcClient.create(source);
    }

    /** @param rows in the order of the log */
    void add(List<Identity> rows) {
        rows.forEach(row -> {
            switch (row.verdict()) {
                case MERGED -> merge(row);
                case UNMERGED -> unmerge(row);
                case DISTINCT -> insert("distinction", "reason", row);
                case WITHDRAWN -> withdraw(row);
            }
            note(row);
        });
    }

    /** Takes in what is staged, in the order of the log. */
    void addStaged(String schema) {
        STAGED.eachStaged(database, schema,
                (row, _) -> new Identity(row.getLong("position"), Verdict.valueOf(row.getString("verdict")),
                        row.getObject("client_id", UUID.class), row.getObject("other_id", UUID.class),
                        row.getObject("merge", Long.class), row.getString("words"), row.getString("actor"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()),
                Identity::position, this::add);
    }

    private void merge(Identity row) {
        insert("client_merge", "evidence", row);
        database.sql(JOIN).param("client", row.clientId()).param("other", row.otherId())
                .param("position", row.position()).update();
    }

    private void unmerge(Identity row) {
        database.sql("""
                UPDATE client_merge SET to_position = :position, undone_reason = :reason, undone_by = :actor,
                    undone_at = :at::timestamptz
                WHERE position = :merge""")
                .param("position", row.position()).param("reason", row.words()).param("actor", row.actor())
                .param("at", row.recordedAt().toString()).param("merge", row.merge()).update();
        database.sql(PART).param("other", row.otherId()).param("position", row.position()).update();
    }

    private void insert(String table, String words, Identity row) {
        database.sql("""
                INSERT INTO %s (position, client_id, other_id, %s, actor, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?::timestamptz)""".formatted(table, words))
                .param(row.position()).param(row.clientId()).param(row.otherId()).param(row.words())
                .param(row.actor()).param(row.recordedAt().toString()).update();
    }

    private void withdraw(Identity row) {
        database.sql("""
                UPDATE distinction SET to_position = ?
                WHERE client_id = ? AND other_id = ? AND to_position = 9223372036854775807""")
                .params(row.position(), row.clientId(), row.otherId()).update();
    }

    private void note(Identity row) {
        database.sql(NOTE).param("client", row.clientId()).param("other", row.otherId())
                .param("position", row.position()).update();
    }
}
