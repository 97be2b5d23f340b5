package org.interactionhub.benchmarks.frame;

import java.util.Arrays;

/** The smallest, the middle and the largest of some values. */
public record Spread(double min, double median, double max) {

    /** @throws IllegalArgumentException if there is no value */
    public static Spread of(double... values) {
        double[] sorted = sorted(values);
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    /**
     * By nearest rank: the smallest of the values that at least {@code percent} per cent do not exceed.
     *
     * @throws IllegalArgumentException if there is no value
     */
    public static double percentile(double percent, double... values) {
        double[] sorted = sorted(values);
        return sorted[Math.max(1, (int) Math.ceil(sorted.length * percent / 100)) - 1];
    }

    private static double[] sorted(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
