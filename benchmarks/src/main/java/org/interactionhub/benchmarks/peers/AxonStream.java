package org.interactionhub.benchmarks.peers;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.interactionhub.benchmarks.frame.LegWatch;
import org.interactionhub.benchmarks.frame.Variant;

/** Axon's stream of all events from the first, as a processor opens it, in pages of 5,000, every payload decoded. */
public final class AxonStream implements Variant {

    public static final String NAME = "Axon tuned, stream";

    private static final int PATIENCE_SECONDS = 5;

    private final AxonHistory axon;
    private final int facts;
    private long outOfOrder;

    private AxonStream(AxonHistory axon, int facts) {
        this.axon = axon;
        this.facts = facts;
    }

    public static AxonStream tuned(BenchDatabase database, List<PeerFact> facts) throws IOException, SQLException {
        AxonHistory axon = AxonHistory.tuned(database);
        axon.publish(facts);
        return new AxonStream(axon, facts.size());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare(int round) {
        outOfOrder = 0;
    }

    @Override
    public long work(LegWatch watch) throws InterruptedException {
        EmbeddedEventStore store = axon.eventStore();
        long read = 0;
        long last = -1;
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(null)) {
            while (read < facts && watch.goesOn(read)
                    && stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                long position = event.trackingToken().position().orElse(-1);
                outOfOrder += event.getPayload() instanceof PeerFact && position > last ? 0 : 1;
                last = position;
                read++;
            }
        }
        store.shutDown();
        return read;
    }

    @Override
    public List<String> check(long events) {
        return outOfOrder == 0 && events > 0 ? List.of() : List.of("%d events out of order.".formatted(outOfOrder));
    }

    @Override
    public void close() {
        axon.close();
    }
}
