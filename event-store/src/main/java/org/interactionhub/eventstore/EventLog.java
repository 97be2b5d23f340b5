package org.interactionhub.eventstore;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the log. Safe for any number of threads; needs no more than SELECT on schema {@code store}. */
public final class EventLog {

    private final DataSource database;

    public EventLog(DataSource database) {
        this.database = database;
    }

    /** The last position, 0 if the log is empty. */
    public long head() {
        throw new UnsupportedOperationException(database.toString());
    }

    /** Up to {@code limit} events behind {@code position}, in order, without gaps. */
    public List<StoredEvent> after(long position, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The event at this position, or nothing if the log does not reach it. */
    public Optional<StoredEvent> at(long position) {
        throw new UnsupportedOperationException();
    }

    /** All events of one stream in order of version. */
    public List<StoredEvent> stream(UUID stream) {
        throw new UnsupportedOperationException();
    }

    /** All events of these streams in order of version; a stream without events is absent. */
    public Map<UUID, List<StoredEvent>> streams(Collection<UUID> streams) {
        throw new UnsupportedOperationException();
    }

    /** The originals kept beside the event at this position: the first one, then variants. */
    public List<StoredOriginal> originals(long position) {
        throw new UnsupportedOperationException();
    }

    /** A waiter for new events; close it when done. It holds one connection. */
    public Tail tail() {
        throw new UnsupportedOperationException();
    }
}
