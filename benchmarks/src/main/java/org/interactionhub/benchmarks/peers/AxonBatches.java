package org.interactionhub.benchmarks.peers;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.interactionhub.benchmarks.frame.LegWatch;
import org.interactionhub.benchmarks.frame.Variant;

/**
 * Axon as fast as its own switches make it: 200 facts published in one unit of work without any aggregate, statements
 * rewritten by the driver, Jackson, two callers.
 */
public final class AxonBatches implements Variant {

    public static final String NAME = "Axon tuned, 200 a unit of work";

    private static final int BATCH = 200;
    private static final int CALLERS = 2;

    private final AxonPeer peer;
    private final AxonTable table;
    private final EmbeddedEventStore store;
    private final List<List<PeerEvent>> batches = new ArrayList<>();

    /** @param facts of streams that are all different */
    public AxonBatches(BenchDatabase database, List<PeerEvent> facts) throws IOException, SQLException {
        this.peer = AxonPeer.tuned(database);
        this.table = new AxonTable(peer.pool());
        this.store = peer.eventStore();
        for (int begin = 0; begin < facts.size(); begin += BATCH) {
            batches.add(facts.subList(begin, Math.min(facts.size(), begin + BATCH)));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare(int round) throws SQLException {
        table.empty();
    }

    @Override
    public long work(LegWatch watch) throws Exception {
        long done = new Callers(CALLERS).share(batches.size(), watch, place -> publish(batches.get(place)));
        return batches.subList(0, Math.toIntExact(done)).stream().mapToLong(List::size).sum();
    }

    private void publish(List<PeerEvent> facts) {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        work.execute(() -> store.publish(facts.stream().map(AxonBatches::message).toList()));
    }

    private static DomainEventMessage<PeerEvent> message(PeerEvent fact) {
        return new GenericDomainEventMessage<>("Kept", fact.stream, 0, fact);
    }

    @Override
    public List<String> check(long events) throws SQLException {
        return table.check(events);
    }

    @Override
    public void close() {
        store.shutDown();
        peer.close();
    }
}
