package org.interactionhub.queries.history;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.queries.loop.Loop;
import org.interactionhub.queries.metering.ProjectionMeters;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** The door of this room: the loop that fills the shown history, how far it is, and rebuilds of it. */
public final class History {

    /** Where everybody reads; unqualified names of a login with this schema in its search path mean the shown history. */
    public static final String SCHEMA = SchemasTable.SHOWN;

    /** Its name among the processors. */
    public static final String NAME = "timeline";

    private final DataSource database;
    private final EventLog log;
    private final SchemasTable schemas;
    private final Progress progress;
    private final HistoryLoop loop;

    /** @param database as {@code hub_query} */
    public History(DataSource database, EventLog log, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.log = log;
        schemas = new SchemasTable(database);
        progress = new Progress(schemas);
        loop = new HistoryLoop(log, schemas, progress, new ProjectionMeters(NAME, meters, log, clock));
    }

    /**
     * The loop, to be started and stopped.
     *
     * @param whenRebuildIsDue called by the loop if another version of the hub built what is shown, or a rebuild was cut off
     */
    public SmartLifecycle loop(Runnable whenRebuildIsDue) {
        loop.whenRebuildIsDue(whenRebuildIsDue);
        return new Loop("history", loop::run);
    }

    /**
     * Waits until the shown history can be asked; until then every question about it is answered with a 503.
     *
     * @return whether it can be asked now; if not, {@link #trouble()} says why
     */
    public boolean awaitOpen(Duration atMost) throws InterruptedException {
        return loop.awaitOpen(atMost);
    }

    public Progress progress() {
        return progress;
    }

    /** A rebuild that has not begun. */
    public Rebuild rebuild() {
        return new Rebuild(database, log, schemas, progress);
    }

    /** What keeps the loop from going on right now, in a sentence; null if nothing does. */
    public @Nullable String trouble() {
        return loop.trouble();
    }

    public long eventsPerSecond() {
        return loop.eventsPerSecond();
    }
}
