package org.interactionhub.benchmarks.history;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.interactionhub.benchmarks.frame.LegWatch;
import org.interactionhub.benchmarks.frame.Variant;
import org.interactionhub.benchmarks.peers.AxonHistory;

/** A peer that builds the tables anew, looked at for the time of a leg. */
final class PeerRebuild implements Variant {

    static final String STOCK = "Axon stock, pooled";
    static final String TUNED = "Axon tuned, pooled";
    static final String GATHERING = "Axon tuned, rows by hand";

    private static final long GLANCE_MILLIS = 2;

    private final String name;
    private final AxonHistory axon;
    private final long facts;

    /** @param facts that it can find in its event store */
    PeerRebuild(String name, AxonHistory axon, long facts) {
        this.name = name;
        this.axon = axon;
        this.facts = facts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(int round) {
        axon.stop();
    }

    @Override
    public long work(LegWatch watch) throws Exception {
        axon.start(name.equals(GATHERING));
        while (watch.goesOn(axon.done()) && axon.done() < facts) {
            if (!axon.isWell()) {
                throw new IllegalStateException("Axon's processor has given up.");
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
        return axon.done();
    }

    @Override
    public List<String> check(long done) throws Exception {
        axon.stop();
        return axon.check();
    }

    @Override
    public void close() {
        axon.close();
    }
}
