package org.interactionhub.benchmarks.frame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long one thing took, again and again, in nanoseconds. */
public final class Series {

    private final String name;
    private final List<Long> nanos = new ArrayList<>();

    public Series(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public void add(long duration) {
        nanos.add(duration);
    }

    public List<Double> millis() {
        return nanos.stream().map(duration -> duration / 1e6).toList();
    }

    /**
     * By nearest rank: the smallest of the values that at least {@code percent} per cent do not exceed.
     *
     * @throws IllegalStateException if nothing was added
     */
    public double percentile(int percent) {
        if (nanos.isEmpty()) {
            throw new IllegalStateException(name + " was never measured");
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get(Math.max(1, (int) Math.ceil(sorted.size() * percent / 100.0)) - 1) / 1e6;
    }
}
