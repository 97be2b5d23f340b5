package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.interactionhub.events.EventNames;
import org.interactionhub.events.HubEvent;

/** The dictionary of event names: a small number on disk stands for each. Entries are added and never changed. */
final class EventTypes {

    // numbers are given by hand: an identity column would use some up at every start, and smallint has only 32,767
    private static final String ADD = """
            INSERT INTO store.event_type (id, name)
            SELECT (SELECT coalesce(max(id), 0) FROM store.event_type) + row_number() OVER (ORDER BY n.name), n.name
            FROM unnest(?::text[]) AS n(name)
            WHERE NOT EXISTS (SELECT FROM store.event_type t WHERE t.name = n.name)
            """;

    private final Map<Short, String> names = new ConcurrentHashMap<>();
    private final Map<String, Short> ids = new ConcurrentHashMap<>();

    /** Adds what this hub can write and the database does not know yet. The caller holds the gate. */
    void fill(Connection connection) throws SQLException {
        String[] known = EventNames.all().stream().map(EventNames::of).toArray(String[]::new);
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setArray(1, connection.createArrayOf("text", known));
            add.executeUpdate();
        }
        load(connection);
    }

    String name(Connection connection, short id) throws SQLException {
        String name = names.get(id);
        if (name != null) {
            return name;
        }
        load(connection); // another process knows more events than were there when we looked
        String added = names.get(id);
        if (added == null) {
            throw new SQLException("event type " + id + " is not in store.event_type");
        }
        return added;
    }

    short id(HubEvent event) {
        Short id = ids.get(EventNames.of(event.getClass()));
        if (id == null) {
            throw new IllegalStateException("The event store was not opened for " + event.getClass().getName());
        }
        return id;
    }

    private void load(Connection connection) throws SQLException {
        try (PreparedStatement all = connection.prepareStatement("SELECT id, name FROM store.event_type");
                ResultSet rows = all.executeQuery()) {
            while (rows.next()) {
                names.put(rows.getShort(1), rows.getString(2));
                ids.put(rows.getString(2), rows.getShort(1));
            }
        }
    }
}
