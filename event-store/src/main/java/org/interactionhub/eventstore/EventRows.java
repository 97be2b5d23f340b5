package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads table {@code event} over a connection that the caller owns: its own or the one of an append. */
final class EventRows {

    private static final String SELECT = """
            SELECT position, stream, version, type, occurred_at, recorded_at, payload, metadata FROM store.event
            """;

    private final EventTypes types;

    EventRows(EventTypes types) {
        this.types = types;
    }

    static long head(Connection connection) throws SQLException {
        try (PreparedStatement last = KeyLookup.prepare(connection, "SELECT max(position) FROM store.event");
                ResultSet row = KeyLookup.rows(last)) {
            row.next();
            return row.getLong(1);
        }
    }

    List<StoredEvent> after(Connection connection, long position, int limit) throws SQLException {
        try (PreparedStatement page = KeyLookup.prepare(connection,
                SELECT + "WHERE position > ? ORDER BY position LIMIT ?")) {
            page.setLong(1, position);
            page.setInt(2, limit);
            return read(connection, KeyLookup.rows(page));
        }
    }

    List<StoredEvent> stream(Connection connection, UUID stream) throws SQLException {
        try (PreparedStatement one = KeyLookup.prepare(connection, SELECT + "WHERE stream = ? ORDER BY version")) {
            one.setObject(1, stream);
            return read(connection, KeyLookup.rows(one));
        }
    }

    Map<UUID, List<StoredEvent>> streams(Connection connection, Collection<UUID> streams) throws SQLException {
        Map<UUID, List<StoredEvent>> found = new HashMap<>();
        if (streams.isEmpty()) {
            return found;
        }
        try (PreparedStatement several = KeyLookup.prepare(connection,
                SELECT + "WHERE stream = ANY (?) ORDER BY stream, version")) {
            several.setArray(1, connection.createArrayOf("uuid", streams.toArray()));
            for (StoredEvent event : read(connection, KeyLookup.rows(several))) {
                found.computeIfAbsent(event.stream(), _ -> new ArrayList<>()).add(event);
            }
        }
        return found;
    }

    private List<StoredEvent> read(Connection connection, ResultSet rows) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        try (ResultSet row = rows) {
            while (row.next()) {
                events.add(new LoggedEvent(row.getLong(1), row.getObject(2, UUID.class), row.getInt(3),
                        types.name(connection, row.getShort(4)), instant(row, 5), instant(row, 6), row.getBytes(7),
                        row.getBytes(8)));
            }
        }
        return events;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
