package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Reads the log. Safe for any number of threads; needs no more than SELECT on schema {@code store}. Every method throws
 * {@link LogUnavailable} if the database does not answer.
 */
public final class EventLog {

    private final DataSource database;
    private final EventRows rows;

    public EventLog(DataSource database) {
        this(database, new EventRows(new EventTypes()));
    }

    EventLog(DataSource database, EventRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** The last position, 0 if the log is empty. */
    public long head() {
        return read(EventRows::head);
    }

    /** Up to {@code limit} events behind {@code position}, in order, without gaps. */
    public List<StoredEvent> after(long position, int limit) {
        return read(connection -> rows.after(connection, position, limit));
    }

    /** The event at this position, or nothing if the log does not reach it. */
    public Optional<StoredEvent> at(long position) {
        return after(position - 1, 1).stream().filter(event -> event.position() == position).findFirst();
    }

    /** The last position recorded by then, 0 if there was none: what the hub knew at that moment. */
    public long recordedBy(Instant moment) {
        long known = 0;
        long unknown = head() + 1;
        while (unknown - known > 1) { // positions have no gaps and recordedAt never falls, so halving finds it
            long middle = known + (unknown - known) / 2;
            if (at(middle).orElseThrow().recordedAt().isAfter(moment)) {
                unknown = middle;
            } else {
                known = middle;
            }
        }
        return known;
    }

    /** All events of one stream in order of version. */
    public List<StoredEvent> stream(UUID stream) {
        return read(connection -> rows.stream(connection, stream));
    }

    /** All events of these streams in order of version; a stream without events is absent. */
    public Map<UUID, List<StoredEvent>> streams(Collection<UUID> streams) {
        return read(connection -> rows.streams(connection, streams));
    }

    /** The originals kept beside the event at this position: the first one, then variants. */
    public List<StoredOriginal> originals(long position) {
        return read(connection -> OriginalRows.at(connection, position));
    }

    /** A waiter for new events; close it when done. It holds one connection. */
    public Tail tail() {
        return new Tail(database);
    }

    private <T> T read(Query<T> query) {
        try (Connection connection = database.getConnection()) {
            return query.run(connection);
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    private interface Query<T> {
        T run(Connection connection) throws SQLException;
    }
}
