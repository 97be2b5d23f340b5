package org.interactionhub.queries.metering;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.LogUnavailable;
import org.interactionhub.eventstore.StoredEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks how far something is behind the log; true even when it stands still. At most one look a second. */
final class Lag {

    private static final Logger LOG = LoggerFactory.getLogger(Lag.class);
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final EventLog log;
    private final LongSupplier position;
    private final Clock clock;
    private Behind last = new Behind(Double.NaN, Double.NaN);
    private long looked = System.nanoTime() - FRESH_NANOS;

    Lag(EventLog log, LongSupplier position, Clock clock) {
        this.log = log;
        this.position = position;
        this.clock = clock;
    }

    /** Both are not a number while the log cannot be read. */
    record Behind(double events, double seconds) {}

    synchronized Behind look() {
        if (System.nanoTime() - looked >= FRESH_NANOS) {
            last = measured();
            looked = System.nanoTime();
        }
        return last;
    }

    private Behind measured() {
        long from = position.getAsLong();
        try {
            long events = Math.max(0, log.head() - from);
            return new Behind(events, events == 0 ? 0 : log.at(from + 1).map(this::age).orElse(0.0));
        } catch (LogUnavailable e) {
            LOG.atDebug().setCause(e).log("How far a projection is behind cannot be told: the log cannot be read.");
            return new Behind(Double.NaN, Double.NaN);
        }
    }

    private double age(StoredEvent event) {
        return Math.max(0, Duration.between(event.recordedAt(), clock.instant()).toMillis() / 1000.0);
    }
}
