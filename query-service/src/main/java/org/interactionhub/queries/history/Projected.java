package org.interactionhub.queries.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.interactionhub.eventstore.StoredEvent;

/**
 * Events turned into rows, to be written in one transaction.
 *
 * @param position of the last event
 * @param recordedAt of the last event
 * @param unknown how many of the events this hub does not know; a newer one wrote them
 */
record Projected(List<HistoryRow> rows, long position, Instant recordedAt, int events, int unknown) {

    /**
     * @param events at least one
     * @throws CannotProject if the first of them has no rows, for a defect; if a later one has none, the events in front
     *             of it are returned
     */
    static Projected of(List<StoredEvent> events) {
        List<HistoryRow> rows = new ArrayList<>(events.size() * 4);
        int unknown = 0;
        for (int i = 0; i < events.size(); i++) {
            StoredEvent event = events.get(i);
            try {
                Decoded decoded = Decoded.of(event);
                rows.addAll(HistoryProjection.rowsOf(decoded));
                unknown += decoded.event().isPresent() ? 0 : 1;
            } catch (RuntimeException defect) {
                if (i == 0) {
                    throw new CannotProject(event, defect);
                }
                return of(events.subList(0, i));
            }
        }
        StoredEvent last = events.getLast();
        return new Projected(List.copyOf(rows), last.position(), last.recordedAt(), events.size(), unknown);
    }
}
