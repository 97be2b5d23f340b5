package org.interactionhub.queries.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.interactionhub.queries.reading.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL over the published view of dead letters. */
final class LetterTable {

    private static final String COLUMNS = """
            SELECT id, received_at, channel, account, kind, reason_code, sentence, attempts, last_attempt_at, state, size,
                partition, record_offset
            FROM intake.dead_letter_shown
            """;

    private final JdbcClient database;

    LetterTable(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    List<Letter> page(LetterQuestion asked, int limit) {
        Cursor after = asked.after() == null ? null : Cursor.parse(asked.after(), 3);
        return database.sql(COLUMNS + """
                WHERE (:state::text IS NULL OR state = :state) AND (:channel::text IS NULL OR channel = :channel)
                  AND (:account::text IS NULL OR account = :account) AND (:code::text IS NULL OR reason_code = :code)
                  AND (:at::timestamptz IS NULL OR (received_at, id) < (:at::timestamptz, :id::uuid))
                ORDER BY received_at DESC, id DESC LIMIT :limit""")
                .param("state", state(asked.open())).param("channel", asked.channel())
                .param("account", asked.account()).param("code", asked.code())
                .param("at", after == null ? null : after.time(0, 1).toString())
                .param("id", after == null ? null : after.uuid(2)).param("limit", limit)
                .query((row, _) -> letter(row)).list();
    }

    Optional<Letter> find(UUID id) {
        return database.sql(COLUMNS + "WHERE id = ?").param(id).query((row, _) -> letter(row)).optional();
    }

    Optional<RawLetter> raw(UUID id, int most) {
        return database.sql("SELECT substring(raw FROM 1 FOR ?) AS beginning, size FROM intake.dead_letter_shown"
                + " WHERE id = ?").params(most, id)
                .query((row, _) -> new RawLetter(row.getBytes("beginning"), row.getLong("size"))).optional();
    }

    List<LetterCount> open() {
        return database.sql("""
                SELECT channel, account, reason_code AS code, count(*) AS letters FROM intake.dead_letter_shown
                WHERE state = 'open' GROUP BY channel, account, reason_code ORDER BY letters DESC, 1, 2, 3""")
                .query((row, _) -> new LetterCount(row.getString("channel"), row.getString("account"),
                        row.getString("code"), row.getLong("letters")))
                .list();
    }

    private static @Nullable String state(@Nullable Boolean open) {
        return open == null ? null : open ? "open" : "redriven";
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(row.getObject("id", UUID.class), instant(row, "received_at"), row.getString("channel"),
                row.getString("account"), row.getString("kind").equals("refused"), row.getString("reason_code"),
                row.getString("sentence"), row.getInt("attempts"), instant(row, "last_attempt_at"),
                row.getString("state").equals("open"), row.getLong("size"), row.getInt("partition"),
                row.getLong("record_offset"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
