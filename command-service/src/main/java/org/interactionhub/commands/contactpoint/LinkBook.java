package org.interactionhub.commands.contactpoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interactionhub.eventstore.Present;
import org.interactionhub.eventstore.StoredEvent;

/**
 * What was looked up about contact points and clients, kept from batch to batch so that it is not read from the log each
 * time. It stands for one position of the log, and is brought forward behind the gate to where the log stands then: so
 * it knows whatever staff, another process or a redriven letter appended meanwhile. Thread-safe.
 */
public final class LinkBook {

    /** Of a large portion that another process took; more news than this is not read: everything is looked up anew. */
    private static final int MOST_NEWS = 6_000;

    private final Map<UUID, Known> streams;
    private long position;

    /** @param most streams that it keeps, those asked for last */
    public LinkBook(int most) {
        streams = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Known> eldest) {
                return size() > most;
            }
        };
    }

    /** What the log holds now about each of these streams. */
    synchronized Map<UUID, Known> lookUp(Present present, Collection<UUID> wanted) {
        bringForward(present);
        Map<UUID, Known> found = new HashMap<>();
        List<UUID> missing = new ArrayList<>();
        for (UUID stream : wanted) {
            Known known = streams.get(stream);
            if (known == null) {
                missing.add(stream);
            } else {
                found.put(stream, known);
            }
        }
        Map<UUID, List<StoredEvent>> read = present.streams(missing);
        for (UUID stream : missing) {
            Known known = Known.NOTHING;
            for (StoredEvent event : read.getOrDefault(stream, List.of())) {
                known = known.with(event);
            }
            streams.put(stream, known);
            found.put(stream, known);
        }
        return found;
    }

    private void bringForward(Present present) {
        long head = present.head();
        if (head < position || head - position > MOST_NEWS) {
            streams.clear();
        } else if (head > position && !streams.isEmpty()) {
            for (StoredEvent event : present.after(position, MOST_NEWS)) {
                streams.computeIfPresent(event.stream(), (_, known) -> known.with(event));
            }
        }
        position = head;
    }

    /**
     * Keeps what a batch has made true, unless the log was looked at since: then it was read from there.
     *
     * @param before the head of the log that the batch was decided on
     * @param after the head of the log with the batch
     * @param changed streams that the batch appended to
     * @param now what those of them that it knew tell now
     */
    synchronized void keep(long before, long after, Collection<UUID> changed, Map<UUID, Known> now) {
        if (position != before) {
            return;
        }
        for (UUID stream : changed) {
            Known known = now.get(stream);
            if (known == null) {
                streams.remove(stream);
            } else {
                streams.put(stream, known);
            }
        }
        position = after;
    }
}
