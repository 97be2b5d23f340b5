package org.interactionhub.queries.segment;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.segment.FeatureTable.State;

/**
 * The features of all clients, in memory, as new as the history is when they are asked for. Only the rows of clients whom
 * something new touches are computed again; all of them at first, after a rebuild of the history, and when much is new.
 */
final class KnownFeatures {

    /** More positions than this at once touch so many that computing everybody costs less. */
    private static final long MANY = 5000;

    private record Known(State state, Map<ClientId, Features> rows) {}

    private final FeatureTable table;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Known known = new Known(new State(-1, -1), Map.of());

    KnownFeatures(FeatureTable table) {
        this.table = table;
    }

    /** One state of all rows; it stays as it is while it is used. */
    Map<ClientId, Features> rows() {
        State state = table.state();
        if (!isKnown(state)) {
            lock.lock();
            try {
                if (!isKnown(state)) {
                    known = new Known(state, next(known, state));
                }
            } finally {
                lock.unlock();
            }
        }
        return known.rows();
    }

    /** How far the rows are in the log. */
    long position() {
        return known.state().position();
    }

    private boolean isKnown(State state) {
        State now = known.state();
        return now.build() == state.build() && now.position() >= state.position();
    }

    /** What is read may be newer than {@code state} says; then it is read once more than needed, and never too late. */
    private Map<ClientId, Features> next(Known was, State state) {
        if (was.state().build() != state.build() || state.position() - was.state().position() > MANY) {
            return byClient(table.all());
        }
        List<ClientId> touched = table.touched(was.state().position(), state.position());
        if (touched.isEmpty()) {
            return was.rows();
        }
        Map<ClientId, Features> rows = new HashMap<>(was.rows());
        touched.forEach(rows::remove); // whoever was merged into another has none of her own
        rows.putAll(byClient(table.of(touched)));
        return Collections.unmodifiableMap(rows);
    }

    private static Map<ClientId, Features> byClient(Collection<Features> rows) {
        return rows.stream().collect(Collectors.toUnmodifiableMap(Features::client, Function.identity()));
    }
}
