package org.interactionhub.eventstore;

import java.util.List;
import javax.sql.DataSource;

/**
 * Appends to the log, one appender at a time across all processes. Returns only when what it says is durable. Needs
 * the role {@code hub_command} and holds one connection. Safe for any number of threads.
 */
public final class EventStore implements AutoCloseable {

    private final EventLog log;
    private final Writer writer;

    /** @throws AppendFailed if the database is not there or schema {@code store} is not */
    public EventStore(DataSource database) {
        this(database, AppendWatch.NONE);
    }

    /** @throws AppendFailed if the database is not there or schema {@code store} is not */
    public EventStore(DataSource database, AppendWatch watch) {
        EventTypes types = new EventTypes();
        this.log = new EventLog(database, new EventRows(types));
        this.writer = new Writer(database, types, watch);
        writer.start();
    }

    /**
     * Appends groups in one transaction together with other callers' groups that wait at the same time.
     *
     * @return one outcome per group, in order; a refused group does not touch the others
     * @throws AppendFailed if the transaction failed, with everybody's groups in it
     */
    public List<Outcome> append(List<Group> groups) {
        return writer.append(new Work.Decided(groups.stream().map(EncodedEvent::of).toList()));
    }

    /**
     * Decides and appends a batch in a transaction of its own.
     *
     * @throws OffsetsFenced if another consumer covered its offsets already
     * @throws AppendFailed if the transaction failed, or with what the batch itself threw as its cause
     */
    public List<Outcome> append(Batch batch) {
        return writer.append(new Work.Undecided(batch));
    }

    public EventLog log() {
        return log;
    }

    /** Serves whoever waits already, then stops. */
    @Override
    public void close() {
        writer.close();
    }
}
