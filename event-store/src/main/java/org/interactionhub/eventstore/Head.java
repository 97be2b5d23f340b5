package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/**
 * Where the log ends, behind the gate.
 *
 * @param position of the last event, 0 if there is none
 * @param recordedAt what the next events are recorded at: never before the last one
 */
record Head(long position, OffsetDateTime recordedAt) {

    /** Everyone who appends waits here. What later statements read includes all that was committed before. */
    static final String GATE = "SELECT FROM store.append_gate FOR UPDATE;\n";

    /** In SQL, under the names of the components. */
    static final String LAST = """
            SELECT coalesce(e.position, 0) AS position, greatest(e.recorded_at, clock_timestamp()) AS recorded_at
            FROM (VALUES (1)) AS one
            LEFT JOIN (SELECT position, recorded_at FROM store.event ORDER BY position DESC LIMIT 1) e ON true
            """;

    /** Locks the gate first. */
    static Head atGate(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(GATE + LAST)) {
            query.execute();
            query.getMoreResults();
            return read(query);
        }
    }

    /** The caller has locked the gate. */
    static Head of(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LAST)) {
            query.execute();
            return read(query);
        }
    }

    private static Head read(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.getResultSet()) {
            row.next();
            return new Head(row.getLong(1), row.getObject(2, OffsetDateTime.class));
        }
    }
}
