package org.interactionhub.queries.segment;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.DoubleStream;

/**
 * Parts the values of many into five: a value belongs to the next fifth once it is at least 1 above the quantile between
 * the two, as the RFM tables of R package rfm have it. Quantiles are those of type 7 (Hyndman and Fan 1996).
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Fifths(double[] bounds) {

    private static final int PARTS = 5;

    /** @param values of all, at least one */
    static Fifths of(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Fifths(DoubleStream.iterate(1, part -> part < PARTS, part -> part + 1)
                .map(part -> quantile(sorted, part / PARTS) + 1).toArray());
    }

    private static double quantile(double[] sorted, double share) {
        double place = (sorted.length - 1) * share;
        int low = (int) Math.floor(place);
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
    }

    /** 1 for the least, 5 for the most. */
    int of(double value) {
        return 1 + (int) Arrays.stream(bounds).filter(bound -> value >= bound).count();
    }
}
