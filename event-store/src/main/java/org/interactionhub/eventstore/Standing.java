package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How far a stream has come.
 *
 * @param first the position of its version 0
 * @param last its last version
 */
record Standing(long first, int last) {

    /**
     * Of all these streams by one query; a stream without events is absent. The limits keep PostgreSQL from joining with
     * the whole table instead of looking up each stream, which it prefers while the log is small, and keeps on doing.
     */
    static Map<UUID, Standing> of(Connection connection, Collection<UUID> streams) throws SQLException {
        Map<UUID, Standing> found = new HashMap<>();
        if (streams.isEmpty()) {
            return found;
        }
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT s.stream, first.position, last.version FROM unnest(?::uuid[]) AS s(stream)
                CROSS JOIN LATERAL (SELECT position FROM store.event e WHERE e.stream = s.stream AND version = 0
                                    LIMIT 1) first
                CROSS JOIN LATERAL (SELECT version FROM store.event e WHERE e.stream = s.stream
                                    ORDER BY version DESC LIMIT 1) last
                """)) {
            query.setArray(1, connection.createArrayOf("uuid", streams.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), new Standing(row.getLong(2), row.getInt(3)));
                }
            }
        }
        return found;
    }
}
