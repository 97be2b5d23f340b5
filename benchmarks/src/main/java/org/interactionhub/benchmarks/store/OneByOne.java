package org.interactionhub.benchmarks.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interactionhub.benchmarks.frame.LegWatch;
import org.interactionhub.benchmarks.frame.Spread;
import org.interactionhub.benchmarks.frame.Variant;

/** One caller who comes again when she has her answer; how long each time took is what counts. */
abstract class OneByOne implements Variant {

    static final String P50 = "p50 ms";
    static final String P99 = "p99 ms";

    private final List<Double> millis = new ArrayList<>();

    /** One time, durable when it returns. */
    abstract void once(int number) throws Exception;

    @Override
    public long work(LegWatch watch) throws Exception {
        millis.clear();
        while (watch.goesOn(millis.size())) {
            long begun = System.nanoTime();
            once(millis.size());
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        return millis.size();
    }

    @Override
    public Map<String, Double> more() {
        double[] all = millis.stream().mapToDouble(Double::doubleValue).toArray();
        return Map.of(P50, Spread.percentile(50, all), P99, Spread.percentile(99, all));
    }
}
