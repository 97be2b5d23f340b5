package org.interactionhub.queries.view;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.interactionhub.queries.replay.Replayable;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One build of one view. Use once. */
final class ViewBuild implements Replayable, BuildTable.Watch {

    private static final Logger LOG = LoggerFactory.getLogger(ViewBuild.class);
    private static final long GLANCE_MILLIS = 100;

    /** What a build is at. */
    enum Phase {
        WAITING, CHECKING, READING, SWAPPING, DONE
    }

    private final ViewDefinition view;
    private final Workshop workshop;
    private final Clock clock;
    private final Lock turn;
    private volatile Phase phase = Phase.WAITING;
    private volatile long position;
    private volatile long rows;
    private volatile boolean cancelled;
    private @Nullable PGConnection reader;

    /** @param turn held by whoever builds a view in this process, so that no two do at once */
    ViewBuild(ViewDefinition view, Workshop workshop, Clock clock, Lock turn) {
        this.view = view;
        this.workshop = workshop;
        this.clock = clock;
        this.turn = turn;
    }

    /** The view that is built. */
    ViewDefinition view() {
        return view;
    }

    @Override
    public boolean run() throws InterruptedException {
        while (!turn.tryLock(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
            if (cancelled) {
                return false;
            }
        }
        try {
            return build();
        } finally {
            turn.unlock();
        }
    }

    private boolean build() {
        long begun = System.nanoTime();
        workshop.begins(this);
        try {
            phase = Phase.CHECKING;
            var types = workshop.probe().columns(view);
            if (cancelled) {
                return false;
            }
            Built built = workshop.builder().build(view, workshop.fingerprint(view), types, clock.instant(), this);
            position = built.position();
            phase = Phase.DONE;
            workshop.built(view, built);
            return true;
        } catch (Stopped e) {
            LOG.atInfo().addKeyValue("view", view.name()).addKeyValue("rows", rows)
                    .log("The build of a view was stopped.");
            return false;
        } catch (RuntimeException e) {
            workshop.failed(view, e, (System.nanoTime() - begun) / 1_000_000);
            throw e;
        } finally {
            workshop.ends(this);
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        synchronized (this) {
            PGConnection running = reader;
            if (running != null) {
                try {
                    running.cancelQuery();
                } catch (SQLException e) {
                    LOG.atWarn().setCause(e).addKeyValue("view", view.name())
                            .log("The statement of a view could not be stopped; its time limit will do it.");
                }
            }
        }
    }

    @Override
    public synchronized void reads(PGConnection connection) {
        if (cancelled) {
            throw new Stopped();
        }
        phase = Phase.READING;
        reader = connection;
    }

    @Override
    public boolean wrote(long count) {
        rows = Math.max(rows, count);
        return !cancelled;
    }

    @Override
    public synchronized void read() {
        reader = null;
        phase = Phase.SWAPPING;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long eventsPerSecond() {
        return 0;
    }

    @Override
    public Long rows() {
        return rows;
    }

    @Override
    public String phase() {
        return phase.name().toLowerCase(Locale.ROOT);
    }
}
