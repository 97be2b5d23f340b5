package org.interactionhub.commands.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Tells the published views every second how the listener of this process fares, whether or not it gets anywhere. */
final class IntakePulse implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IntakePulse.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final UUID id = UUID.randomUUID();
    private final ReportListener listener;
    private final ListenerTable table;
    private final Clock clock;
    private final Pace pace = new Pace();
    private volatile @Nullable Thread thread;

    IntakePulse(ReportListener listener, ListenerTable table, Clock clock) {
        this.listener = listener;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void start() {
        Thread starting = Thread.ofPlatform().daemon().name("intake-pulse").unstarted(this::run);
        thread = starting;
        starting.start();
    }

    /** Begins before the listener and ends behind it, so that its end is told too. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1;
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        tell();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            while (isRunning()) {
                tell();
                Thread.sleep(BEAT);
            }
        } catch (InterruptedException e) {
            LOG.atDebug().log("The pulse of intake was told to stop.");
        }
    }

    private void tell() {
        IntakeState state = listener.state();
        try {
            table.tell(id, state, pace.of(state, System.nanoTime()), clock.instant());
        } catch (DataAccessException e) {
            // the database is away; that nothing is told is what readers of the view will see
            LOG.atDebug().setCause(e).log("The state of intake could not be told.");
        }
    }
}
