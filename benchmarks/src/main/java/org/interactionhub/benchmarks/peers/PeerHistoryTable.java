package org.interactionhub.benchmarks.peers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of facts into tables of the history, those of each table at once. A fact may come twice, since Axon's
 * processors deliver at least once. It keeps no sums (latest contact, facts per account): they would have the segments of
 * a processor wait for each other, and the comparison is not to hang on that.
 */
final class PeerHistoryTable {

    /** A fact with what the log knows of it. */
    record Row(long position, Instant recordedAt, PeerFact fact) {

        boolean isContact() {
            return fact.interaction != null;
        }
    }

    private static final String FACT = """
            INSERT INTO interaction_fact (position, interaction_id, event, channel, account, direction, occurred_at,
                recorded_at, conversation, subject, text, attributes, attachments, participants, stated, reader,
                by_machine)
            VALUES (?, ?, 'interaction-recorded', ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, '[]', ?::jsonb, '[]', ?, false)
            ON CONFLICT DO NOTHING""";
    private static final String CONTACT = """
            INSERT INTO interaction (interaction_id, occurred_at, telling, channel, direction, thread, position)
            VALUES (?, ?, 3, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String PART = """
            INSERT INTO participant (interaction_id, contact_point_id, occurred_at, happened, channel, direction, roles,
                position)
            VALUES (?, ?, ?, true, ?, ?, ARRAY[?], ?) ON CONFLICT DO NOTHING""";
    private static final String ADDRESS = """
            INSERT INTO contact_point (contact_point_id, type, value, position)
            VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String LINK = """
            INSERT INTO contact_point_link (contact_point_id, client_id, method, valid_from, valid_to, linked_at,
                from_position)
            VALUES (?, ?, ?, '-infinity', 'infinity', ?, ?) ON CONFLICT DO NOTHING""";
    private static final String CLIENT = """
            INSERT INTO client (client_id, head_id, kind, name, registered_at, position)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private interface Binding {
        @Nullable
        Object[] of(Row row);
    }

    private PeerHistoryTable() {}

    static void add(Connection connection, List<Row> rows) throws SQLException {
        List<Row> contacts = rows.stream().filter(Row::isContact).toList();
        List<Row> others = rows.stream().filter(row -> !row.isContact()).toList();
        send(connection, FACT, contacts,
                row -> new @Nullable Object[]{row.position(), id(row.fact().interaction), row.fact().channel,
                        row.fact().account,
                        row.fact().direction, time(row.fact().occurredAt), time(row.recordedAt()),
                        row.fact().conversation, row.fact().subject, row.fact().text, row.fact().attributes,
                        row.fact().participants, row.fact().reader});
        send(connection, CONTACT, contacts,
                row -> new @Nullable Object[]{id(row.fact().interaction), time(row.fact().occurredAt),
                        row.fact().channel, row.fact().direction, id(row.fact().thread), row.position()});
        // in one order for all, so that two segments that meet at an address wait and do not die
        send(connection, ADDRESS,
                rows.stream().filter(row -> row.fact().pointValue != null)
                        .sorted(Comparator.comparing(row -> String.valueOf(row.fact().point))).toList(),
                row -> new @Nullable Object[]{id(row.fact().point), row.fact().pointType, row.fact().pointValue,
                        row.position()});
        send(connection, PART, contacts,
                row -> new @Nullable Object[]{id(row.fact().interaction), id(row.fact().point),
                        time(row.fact().occurredAt),
                        row.fact().channel, row.fact().direction, row.fact().role, row.position()});
        send(connection, CLIENT, others.stream().filter(row -> row.fact().clientName != null).toList(),
                row -> new @Nullable Object[]{id(row.fact().client), id(row.fact().client), row.fact().clientKind,
                        row.fact().clientName,
                        time(row.fact().occurredAt), row.position()});
        send(connection, LINK, others, row -> new @Nullable Object[]{id(row.fact().point), id(row.fact().client),
                row.fact().method, time(row.recordedAt()), row.position()});
    }

    private static void send(Connection connection, String sql, List<Row> rows, Binding binding) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Row row : rows) {
                @Nullable
                Object[] values = binding.of(row);
                for (int place = 0; place < values.length; place++) {
                    statement.setObject(place + 1, values[place]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    private static OffsetDateTime time(@Nullable Instant time) {
        return Objects.requireNonNull(time).atOffset(ZoneOffset.UTC);
    }

    static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    TRUNCATE interaction_fact, interaction, participant, contact_point, contact_point_link, client,
                        TokenEntry""");
        }
    }

    /** How many facts the rows come from, provided that each table holds what it should hold of them; else -1. */
    static long facts(DataSource database) throws SQLException {
        String query = """
                SELECT CASE WHEN f.contacts = f.others AND f.contacts = f.parts THEN f.contacts + f.links ELSE -1 END
                FROM (SELECT (SELECT count(*) FROM interaction_fact) AS contacts,
                             (SELECT count(*) FROM interaction) AS others,
                             (SELECT count(*) FROM participant) AS parts,
                             (SELECT count(*) FROM contact_point_link) AS links) f""";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
