package org.interactionhub.queries.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;

/**
 * What of the log is yet to be read, cut into portions that several take at once. Positions have no gaps, so whoever takes
 * one needs to know nothing of the others.
 */
final class Portions {

    private final EventLog log;
    private final int size;
    private final long end;
    private final TreeSet<Long> inHand = new TreeSet<>();
    private final Deque<Stretch> rest;

    /**
     * @param size how many events a portion has: so many are held by each who takes portions
     * @param missing what is to be read, in the order of the log
     * @param end the last position
     */
    Portions(EventLog log, int size, List<Stretch> missing, long end) {
        this.log = log;
        this.size = size;
        this.rest = new ArrayDeque<>(missing);
        this.end = end;
    }

    /** Takes portions until none is left or the workers are told to stop. */
    void take(NextTable table, Workers workers, Passed passed) {
        for (Stretch portion = begin(); !portion.isEmpty() && !workers.stopped(); portion = begin()) {
            long position = portion.behind();
            List<StoredEvent> events = log.after(position, (int) (portion.last() - position));
            while (!events.isEmpty()) {
                Projected part = Projected.of(events); // an event without rows ends it; the next one then says why
                table.stage(position, part);
                position = part.position();
                events = events.subList(part.events(), events.size());
                passed.events(part.events());
            }
            end(portion);
        }
    }

    /** Told of events that are in the tables. */
    interface Passed {
        void events(int count);
    }

    private synchronized Stretch begin() {
        Stretch missing = rest.isEmpty() ? new Stretch(end, end) : rest.removeFirst();
        Stretch portion = new Stretch(missing.behind(), Math.min(missing.last(), missing.behind() + size));
        if (portion.last() < missing.last()) {
            rest.addFirst(missing.from(portion.last()));
        }
        if (!portion.isEmpty()) {
            inHand.add(portion.behind());
        }
        return portion;
    }

    private synchronized void end(Stretch portion) {
        inHand.remove(portion.behind());
    }

    /** The last position up to which nothing is missing. */
    synchronized long position() {
        if (!inHand.isEmpty()) {
            return inHand.first();
        }
        return rest.isEmpty() ? end : rest.getFirst().behind();
    }
}
