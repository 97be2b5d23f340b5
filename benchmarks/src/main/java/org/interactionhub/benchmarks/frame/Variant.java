package org.interactionhub.benchmarks.frame;

import java.util.List;
import java.util.Map;

/** One way to do the work: the hub's, a floor or a peer. Its turns come round after round. */
public interface Variant extends AutoCloseable {

    String name();

    /** Before the clock: empties what it will write to, opens what it needs. */
    void prepare(int round) throws Exception;

    /**
     * Under the clock.
     *
     * @return the events done, all of them durable
     */
    long work(LegWatch watch) throws Exception;

    /**
     * After the clock: count, order, contiguity.
     *
     * @return a sentence for everything that is wrong
     */
    List<String> check(long events) throws Exception;

    /** What else this turn measured, by name. */
    default Map<String, Double> more() throws Exception {
        return Map.of();
    }

    @Override
    default void close() throws Exception {}
}
