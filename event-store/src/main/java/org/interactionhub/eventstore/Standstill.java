package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The log while the gate is held; what was looked up once is not looked up again. */
final class Standstill implements Present {

    private final Connection connection;
    private final EventRows rows;
    private final long head;
    private final Set<UUID> asked = new HashSet<>();
    private final Map<UUID, Standing> standings = new HashMap<>();

    Standstill(Connection connection, EventRows rows, long head) {
        this.connection = connection;
        this.rows = rows;
        this.head = head;
    }

    /** How far these streams have come, and maybe others; a stream without events is absent. */
    Map<UUID, Standing> standings(Collection<UUID> streams) throws SQLException {
        standings.putAll(Standing.of(connection, streams.stream().filter(asked::add).toList()));
        return standings;
    }

    @Override
    public Set<UUID> begun(Collection<UUID> streams) {
        try {
            Set<UUID> begun = new HashSet<>(streams);
            begun.retainAll(standings(streams).keySet());
            return begun;
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    @Override
    public Map<UUID, List<StoredEvent>> streams(Collection<UUID> streams) {
        try {
            Map<UUID, List<StoredEvent>> found = rows.streams(connection, streams);
            asked.addAll(streams);
            found.forEach((stream, events) -> standings.put(stream,
                    new Standing(events.getFirst().position(), events.getLast().version())));
            return found;
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        try {
            return rows.after(connection, position, limit);
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    @Override
    public long head() {
        return head;
    }
}
