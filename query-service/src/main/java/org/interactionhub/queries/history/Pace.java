package org.interactionhub.queries.history;

import java.util.EnumMap;
import java.util.Map;
import org.interactionhub.queries.history.Rebuild.Phase;
import org.interactionhub.queries.metering.Speed;
import org.jspecify.annotations.Nullable;

/**
 * How fast a rebuild goes, how much of the whole work is behind it, and how long it will take yet. Safe for any number of
 * threads.
 */
final class Pace {

    /** How long these take for each second of reading, as measured with letters of a kilobyte. */
    private static final double FOLDING = 0.2;
    private static final double INDEXING = 0.5;
    /** What catching up and the swap are taken for: they come last, and nobody knows how long they have to wait. */
    private static final double REST = 0.04;
    private static final double WHOLE = 1 + FOLDING + INDEXING + REST;
    /** A phase of which only the expected time is known is never taken for done before it is. */
    private static final double NEARLY = 0.97;

    private final Speed speed = new Speed();
    private final Map<Phase, Long> begun = new EnumMap<>(Phase.class);
    private long read;

    synchronized void begins(Phase phase, long nanoTime) {
        begun.put(phase, nanoTime);
    }

    /** Events went by, by this process. */
    synchronized void passed(Phase phase, int events, long nanoTime) {
        speed.passed(events, nanoTime);
        read += phase == Phase.READING ? events : 0;
    }

    /** While events go by: how many did lately; else how many were read in a second. */
    long eventsPerSecond(Phase phase, long nanoTime) {
        return switch (phase) {
            case READING, CATCHING_UP -> speed.eventsPerSecond(nanoTime);
            case FOLDING, INDEXING, SWAPPING, DONE -> Math.round(readingSpeed(nanoTime));
        };
    }

    /** How much of the whole work is done, from 0 to 1, which is when all of it is. */
    double share(Phase phase, long position, long head, long nanoTime) {
        double done = switch (phase) {
            case READING -> head == 0 ? 1 : Math.min(1, (double) position / head);
            case FOLDING -> 1 + FOLDING * part(phase, FOLDING, position, nanoTime);
            case INDEXING -> 1 + FOLDING + INDEXING * part(phase, INDEXING, position, nanoTime);
            case CATCHING_UP -> 1 + FOLDING + INDEXING;
            case SWAPPING -> 1 + FOLDING + INDEXING + REST / 2;
            case DONE -> WHOLE;
        };
        return done / WHOLE;
    }

    /** How many seconds are left; null if that cannot be told. */
    @Nullable
    Long left(Phase phase, long position, long head, long nanoTime) {
        return switch (phase) {
            case READING -> {
                double rest = rest(position, head, nanoTime);
                yield rounded(rest + (seconds(phase, nanoTime) + rest) * (FOLDING + INDEXING));
            }
            case FOLDING -> rounded(expected(phase, FOLDING, INDEXING, position, nanoTime));
            case INDEXING -> rounded(expected(phase, INDEXING, 0, position, nanoTime));
            case CATCHING_UP -> rounded(rest(position, head, nanoTime));
            case SWAPPING, DONE -> null;
        };
    }

    private double rest(long position, long head, long nanoTime) {
        long now = speed.eventsPerSecond(nanoTime);
        return now == 0 ? Double.NaN : (double) Math.max(0, head - position) / now;
    }

    private double part(Phase phase, double share, long position, long nanoTime) {
        double expected = share * position / readingSpeed(nanoTime);
        return Double.isFinite(expected) && expected > 0 ? Math.min(NEARLY, seconds(phase, nanoTime) / expected) : 0;
    }

    /** A phase that takes longer than expected has no end that could be told. */
    private double expected(Phase phase, double share, double later, long position, long nanoTime) {
        double reading = position / readingSpeed(nanoTime);
        double left = reading * share - seconds(phase, nanoTime);
        return left < 0 ? Double.NaN : left + reading * later;
    }

    /** 0 if this process has read nothing, since another one did. */
    private synchronized double readingSpeed(long nanoTime) {
        double reading = seconds(Phase.READING, nanoTime) - seconds(Phase.FOLDING, nanoTime);
        return read / Math.max(0.001, reading);
    }

    private synchronized double seconds(Phase since, long nanoTime) {
        return (nanoTime - begun.getOrDefault(since, nanoTime)) / 1e9;
    }

    private static @Nullable Long rounded(double seconds) {
        return Double.isFinite(seconds) ? (Long) (long) Math.ceil(seconds) : null;
    }
}
