package org.interactionhub.commands.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** How many records a second a listener took lately. For one thread. */
final class Pace {

    private static final int SEEN = 10;

    private record Seen(long nanoTime, Set<Integer> partitions, long position) {}

    private final Deque<Seen> seen = new ArrayDeque<>();

    /** @return records a second over the last {@value #SEEN} times this was asked; 0 if it does not listen */
    long of(IntakeState state, long nanoTime) {
        if (!(state instanceof IntakeState.Listening listening)) {
            seen.clear();
            return 0;
        }
        if (!seen.isEmpty() && !seen.getLast().partitions.equals(listening.partitions())) {
            seen.clear(); // positions of other partitions do not compare
        }
        seen.addLast(new Seen(nanoTime, listening.partitions(), listening.position()));
        if (seen.size() > SEEN) {
            seen.removeFirst();
        }
        Seen first = seen.getFirst();
        long nanos = nanoTime - first.nanoTime;
        return nanos <= 0 ? 0 : Math.round((listening.position() - first.position) * 1e9 / nanos);
    }
}
