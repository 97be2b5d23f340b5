package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Where to go on reading each partition of a topic. Kept in the log's own database, so that both move together. */
public final class KafkaOffsets {

    private final DataSource database;

    /** @param database as role {@code hub_command} */
    public KafkaOffsets(DataSource database) {
        this.database = database;
    }

    /**
     * The next offset of every partition; 0 for those seen for the first time.
     *
     * @throws UnknownTopic if a topic of this name was read before and was another one
     * @throws LogUnavailable if the database does not answer
     */
    public Map<Integer, Long> stored(String topic, String topicId, int partitions) {
        try (Connection connection = database.getConnection()) {
            requireKnown(connection, topic, topicId);
            addMissing(connection, topic, topicId, partitions);
            return read(connection, topicId);
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    /** @throws OffsetsFenced if a stored offset is not the first one of the stretch */
    static void advance(Connection connection, Offsets offsets) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE store.kafka_offset o SET next_offset = s.next
                FROM unnest(?::int[], ?::bigint[], ?::bigint[]) AS s(partition, first, next)
                WHERE o.topic_id = ? AND o.partition = s.partition AND o.next_offset = s.first
                """)) {
            Map<Integer, Offsets.Stretch> ordered = new TreeMap<>(offsets.stretches());
            update.setArray(1, connection.createArrayOf("int4", ordered.keySet().toArray()));
            update.setArray(2, connection.createArrayOf("int8",
                    ordered.values().stream().map(Offsets.Stretch::first).toArray()));
            update.setArray(3, connection.createArrayOf("int8",
                    ordered.values().stream().map(Offsets.Stretch::next).toArray()));
            update.setString(4, offsets.topicId());
            int fenced = ordered.size() - update.executeUpdate();
            if (fenced > 0) {
                throw new OffsetsFenced("%d of these stretches of topic %s do not begin at the stored offset: %s"
                        .formatted(fenced, offsets.topic(), ordered));
            }
        }
    }

    private static void requireKnown(Connection connection, String topic, String topicId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT topic_id FROM store.kafka_offset WHERE topic = ? AND topic_id <> ? LIMIT 1")) {
            query.setString(1, topic);
            query.setString(2, topicId);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    throw new UnknownTopic(
                            ("Topic %s has the id %s, but the hub has read it under the id %s so far: it "
                                    + "was deleted and made again, or this is another Kafka. Connect the hub to the Kafka it "
                                    + "read from. If that one is gone for good, delete the rows of topic %s from "
                                    + "store.kafka_offset and start again: what the hub holds already is dropped as repeated.")
                                    .formatted(topic, topicId, row.getString(1), topic));
                }
            }
        }
    }

    private static void addMissing(Connection connection, String topic, String topicId, int partitions)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO store.kafka_offset (topic, topic_id, partition, next_offset)
                SELECT ?, ?, partition, 0 FROM generate_series(0, ? - 1) AS partition
                ON CONFLICT (topic_id, partition) DO NOTHING
                """)) {
            insert.setString(1, topic);
            insert.setString(2, topicId);
            insert.setInt(3, partitions);
            insert.executeUpdate();
        }
    }

    private static Map<Integer, Long> read(Connection connection, String topicId) throws SQLException {
        try (PreparedStatement query = connection
                .prepareStatement("SELECT partition, next_offset FROM store.kafka_offset WHERE topic_id = ?")) {
            query.setString(1, topicId);
            Map<Integer, Long> next = new TreeMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    next.put(row.getInt(1), row.getLong(2));
                }
            }
            return next;
        }
    }
}
