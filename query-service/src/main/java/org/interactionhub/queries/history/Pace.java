package org.interactionhub.queries.history;

import java.util.EnumMap;
import java.util.Map;
import org.interactionhub.queries.history.Rebuild.Phase;
import org.interactionhub.queries.metering.Speed;
import org.jspecify.annotations.Nullable;

/** How fast a rebuild goes, and how long it will take yet. Safe for any number of threads. */
final class Pace {

    /** How long these take for each second of reading, as measured with letters of a kilobyte. */
    private static final double FOLDING = 0.2;
    private static final double INDEXING = 0.5;

    private final Speed speed = new Speed();
    private final Map<Phase, Long> begun = new EnumMap<>(Phase.class);

    synchronized void begins(Phase phase, long nanoTime) {
        begun.put(phase, nanoTime);
    }

    void passed(int events, long nanoTime) {
        speed.passed(events, nanoTime);
    }

    /** While events go by: how many did lately; else how many were read in each second since the beginning. */
    long eventsPerSecond(Phase phase, long position, long nanoTime) {
        return switch (phase) {
            case READING, CATCHING_UP -> speed.eventsPerSecond(nanoTime);
            case FOLDING, INDEXING, SWAPPING, DONE ->
                Math.round(position / Math.max(0.001, seconds(Phase.READING, nanoTime)));
        };
    }

    /** How many seconds are left; null if that cannot be told. */
    @Nullable
    Long left(Phase phase, long position, long head, long nanoTime) {
        return switch (phase) {
            case READING -> {
                Double rest = rest(position, head, nanoTime);
                yield rest == null
                        ? null
                        : rounded(rest + (seconds(phase, nanoTime) + rest) * (FOLDING + INDEXING));
            }
            case FOLDING -> expected(phase, FOLDING, INDEXING, nanoTime);
            case INDEXING -> expected(phase, INDEXING, 0, nanoTime);
            case CATCHING_UP -> {
                Double rest = rest(position, head, nanoTime);
                yield rest == null ? null : rounded(rest);
            }
            case SWAPPING, DONE -> null;
        };
    }

    private @Nullable Double rest(long position, long head, long nanoTime) {
        long now = speed.eventsPerSecond(nanoTime);
        return now == 0 ? null : (Double) ((double) Math.max(0, head - position) / now);
    }

    /** A phase that takes longer than expected has no end that could be told. */
    private @Nullable Long expected(Phase phase, double share, double later, long nanoTime) {
        double reading = seconds(Phase.READING, nanoTime) - seconds(Phase.FOLDING, nanoTime);
        double left = reading * share - seconds(phase, nanoTime);
        return left < 0 ? null : rounded(left + reading * later);
    }

    private synchronized double seconds(Phase since, long nanoTime) {
        return (nanoTime - begun.getOrDefault(since, nanoTime)) / 1e9;
    }

    private static Long rounded(double seconds) {
        return (long) Math.ceil(seconds);
    }
}
