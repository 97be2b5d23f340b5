package org.interactionhub.benchmarks.frame;

import java.util.List;
import java.util.Map;

/**
 * One turn of one variant.
 *
 * @param round counted from 1
 * @param seconds on the wall
 * @param cpuSeconds of this process, PostgreSQL and every other child, all together
 * @param more what else was measured, by name
 * @param wrong what the check found afterwards; empty if the result is what it must be
 */
public record Leg(String variant, int round, long events, double seconds, double cpuSeconds,
        Map<String, Double> more, List<String> wrong) {

    public Leg {
        more = Map.copyOf(more);
        wrong = List.copyOf(wrong);
    }

    public double perSecond() {
        return events / seconds;
    }

    public double cpuMicrosPerEvent() {
        return cpuSeconds * 1e6 / events;
    }

    /** @throws IllegalArgumentException if no such thing was measured */
    public double measured(String name) {
        Double value = more.get(name);
        if (value == null) {
            throw new IllegalArgumentException(variant + " has not measured " + name);
        }
        return value;
    }

    public Leg with(Map<String, Double> measured, List<String> found) {
        return new Leg(variant, round, events, seconds, cpuSeconds, measured, found);
    }
}
