package org.interactionhub.queries.history;

import java.util.List;
import java.util.TreeSet;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;

/**
 * The log, cut into portions that several take at once. Positions have no gaps, so whoever takes one needs to know nothing
 * of the others.
 */
final class Portions {

    private final EventLog log;
    private final int size;
    private final long end;
    private final TreeSet<Long> inHand = new TreeSet<>();
    private long next;

    /**
     * @param size how many events a portion has: so many are held by each who takes portions
     * @param end the last position
     */
    Portions(EventLog log, int size, long position, long end) {
        this.log = log;
        this.size = size;
        this.next = position;
        this.end = end;
    }

    /** Takes portions until none is left or the workers are told to stop. */
    void take(NextTable table, Workers workers, Passed passed) {
        for (long first = begin(); first < end && !workers.stopped(); first = begin()) {
            List<StoredEvent> rest = log.after(first, (int) Math.min(size, end - first));
            while (!rest.isEmpty()) {
                Projected portion = Projected.of(rest); // an event without rows ends it; the next one then says why
                table.stage(portion);
                rest = rest.subList(portion.events(), rest.size());
                passed.events(portion.events());
            }
            end(first);
        }
    }

    /** Told of events that are in the tables. */
    interface Passed {
        void events(int count);
    }

    private synchronized long begin() {
        long first = next;
        if (first < end) {
            next = Math.min(end, first + size);
            inHand.add(first);
        }
        return first;
    }

    private synchronized void end(long first) {
        inHand.remove(first);
    }

    /** The last position up to which nothing is missing. */
    synchronized long position() {
        return inHand.isEmpty() ? next : inHand.first();
    }
}
