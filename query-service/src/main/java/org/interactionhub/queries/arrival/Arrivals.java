package org.interactionhub.queries.arrival;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.queries.intake.Inflow;
import org.interactionhub.queries.reading.Page;
import org.jspecify.annotations.Nullable;

/** Answers what was received, newest first, with what became of it. */
public final class Arrivals {

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");
    /** The smallest step of the log's clock. */
    private static final Duration TICK = Duration.ofNanos(1000);

    private final ArrivalTable table;
    private final EventLog log;
    private final Inflow inflow;

    public Arrivals(DataSource database, EventLog log, Inflow inflow) {
        table = new ArrivalTable(database);
        this.log = log;
        this.inflow = inflow;
    }

    public Page<Arrival> page(ArrivalQuestion asked) {
        ArrivalPlace place = asked.after() == null ? top(asked.to()) : ArrivalPlace.parse(asked.after());
        Instant from = asked.from();
        long first = from == null ? 0 : log.recordedBy(from.minus(TICK));
        List<Arrival> found = table.page(asked, place, first, inflow.isPublished());
        if (found.size() <= asked.limit()) {
            return new Page<>(found, null);
        }
        List<Arrival> shown = found.subList(0, asked.limit());
        return new Page<>(shown, place.behind(shown).text());
    }

    /** Positions are in the order of recording, so that a period is a stretch of the log. */
    private ArrivalPlace top(@Nullable Instant to) {
        return to == null
                ? ArrivalPlace.top(Long.MAX_VALUE, END_OF_TIME)
                : ArrivalPlace.top(log.recordedBy(to.minus(TICK)) + 1, to);
    }
}
