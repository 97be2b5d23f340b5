package org.interactionhub.commands.deadletter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.interactionhub.events.ReportId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of dead letters. */
public final class DeadLetterTable {

    private static final String COLUMNS = """
            select id, channel, account, received_at, topic, topic_id, partition, record_offset, kind, reason_code,
                   sentence, attempts, last_attempt_at, state, octet_length(raw) as size
            from intake.dead_letter
            """;

    private final JdbcClient database;

    /** @param database as role {@code hub_command} */
    public DeadLetterTable(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** @return the ids of those kept now; the others lie here already */
    public Set<UUID> keep(Connection connection, List<DeadLetter> letters) throws SQLException {
        Set<UUID> kept = new HashSet<>();
        try (PreparedStatement insert = connection.prepareStatement(
                """
                        insert into intake.dead_letter (id, report_id, channel, account, received_at, topic, topic_id, partition,
                            record_offset, raw, kind, reason_code, sentence, last_attempt_at)
                        select id, report_id, channel, account, received_at, topic, topic_id, partition, record_offset, raw,
                            kind, reason_code, sentence, received_at
                        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::int[],
                            ?::bigint[], ?::bytea[], ?::text[], ?::text[], ?::text[])
                            as letter (id, report_id, channel, account, received_at, topic, topic_id, partition, record_offset,
                            raw, kind, reason_code, sentence)
                        on conflict do nothing
                        returning id
                        """)) {
            bind(connection, insert, letters);
            try (ResultSet ids = insert.executeQuery()) {
                while (ids.next()) {
                    kept.add(ids.getObject(1, UUID.class));
                }
            }
        }
        return kept;
    }

    private static void bind(Connection connection, PreparedStatement insert, List<DeadLetter> letters)
            throws SQLException {
        Columns columns = new Columns(connection, insert, letters);
        columns.add("uuid", DeadLetter::id);
        columns.add("uuid", letter -> uuid(letter.claims()));
        columns.add("text", DeadLetter::channel);
        columns.add("text", DeadLetter::account);
        columns.add("timestamptz", letter -> letter.receivedAt().toString());
        columns.add("text", letter -> letter.place().topic());
        columns.add("text", letter -> letter.place().topicId());
        columns.add("int4", letter -> letter.place().partition());
        columns.add("int8", letter -> letter.place().offset());
        columns.put("bytea", letters.stream().map(DeadLetter::raw).toArray(byte[][]::new));
        columns.add("text", letter -> letter.reason().kind().value());
        columns.add("text", letter -> letter.reason().code());
        columns.add("text", letter -> letter.reason().sentence());
    }

    private static @Nullable UUID uuid(@Nullable ReportId report) {
        return report == null ? null : report.value();
    }

    /** Puts one array per column. */
    private static final class Columns {

        private final Connection connection;
        private final PreparedStatement statement;
        private final List<DeadLetter> letters;
        private int index;

        Columns(Connection connection, PreparedStatement statement, List<DeadLetter> letters) {
            this.connection = connection;
            this.statement = statement;
            this.letters = letters;
        }

        void add(String type, Function<DeadLetter, @Nullable Object> column) throws SQLException {
            put(type, letters.stream().map(column).toArray());
        }

        void put(String type, Object[] values) throws SQLException {
            statement.setArray(++index, connection.createArrayOf(type, values));
        }
    }

    public Optional<KeptLetter> find(UUID id) {
        return database.sql(COLUMNS + "where id = ?").param(id).query(DeadLetterTable::letter).optional();
    }

    /** The letter that a receipt stands for: named by the report, or claiming to be it. */
    public Optional<KeptLetter> ofReport(ReportId report) {
        return database.sql(COLUMNS + """
                where id = :report or report_id = :report
                order by (state = 'open') desc, received_at desc limit 1
                """).param("report", report.value()).query(DeadLetterTable::letter).optional();
    }

    /** Open ones, newest first, behind the one named {@code after} if that is given. */
    public List<KeptLetter> open(LetterFilter filter, int limit, @Nullable UUID after) {
        return database.sql(COLUMNS + """
                where state = 'open' and (:after::uuid is null or (received_at, id) <
                    (select received_at, id from intake.dead_letter where id = :after::uuid))
                    and (:channel::text is null or channel = :channel)
                    and (:account::text is null or account = :account)
                    and (:code::text is null or reason_code = :code)
                order by received_at desc, id desc limit :limit
                """).param("after", after).param("limit", limit).param("channel", filter.channel())
                .param("account", filter.account()).param("code", filter.code()).query(DeadLetterTable::letter).list();
    }

    public Optional<byte[]> raw(UUID id) {
        return database.sql("select raw from intake.dead_letter where id = ?").param(id).query(byte[].class).optional();
    }

    /** Notes that it was read again in vain. */
    void noteAttempt(UUID id, DeadLetter.Reason reason, Instant at) {
        database.sql(
                """
                        update intake.dead_letter set attempts = attempts + 1, last_attempt_at = ?, reason_code = ?, sentence = ?
                        where id = ? and state = 'open'
                        """)
                .params(at.atOffset(ZoneOffset.UTC), reason.code(), reason.sentence(), id).update();
    }

    /** @return false if somebody else closed it meanwhile */
    public boolean close(Connection connection, UUID id, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update intake.dead_letter set state = 'redriven', attempts = attempts + 1, last_attempt_at = ?
                where id = ? and state = 'open'
                """)) {
            update.setObject(1, at.atOffset(ZoneOffset.UTC));
            update.setObject(2, id);
            return update.executeUpdate() == 1;
        }
    }

    private static KeptLetter letter(ResultSet row, int index) throws SQLException {
        return new KeptLetter(row.getObject("id", UUID.class), row.getString("channel"), row.getString("account"),
                instant(row, "received_at"),
                new DeadLetter.Place(row.getString("topic"), row.getString("topic_id"), row.getInt("partition"),
                        row.getLong("record_offset")),
                new DeadLetter.Reason(DeadLetter.Kind.of(row.getString("kind")), row.getString("reason_code"),
                        row.getString("sentence")),
                row.getInt("attempts"), instant(row, "last_attempt_at"), row.getString("state").equals("open"),
                row.getLong("size"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
