package org.interactionhub.eventstore;

import java.util.List;
import javax.sql.DataSource;

/**
 * Appends to the log, one appender at a time across all processes. Returns only when what it says is durable. Needs
 * the role {@code hub_command}.
 */
public final class EventStore implements AutoCloseable {

    private final EventLog log;

    public EventStore(DataSource database) {
        this.log = new EventLog(database);
    }

    /**
     * Appends groups in one transaction together with other callers' groups that wait at the same time.
     *
     * @return one outcome per group, in order; a refused group does not touch the others
     */
    public List<Outcome> append(List<Group> groups) {
        throw new UnsupportedOperationException(groups.toString());
    }

    /**
     * Decides and appends a batch in a transaction of its own.
     *
     * @throws OffsetsFenced if another consumer covered its offsets already
     */
    public List<Outcome> append(Batch batch) {
        throw new UnsupportedOperationException(batch.toString());
    }

    public EventLog log() {
        return log;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
