package org.interactionhub.benchmarks.peers;

import java.sql.SQLException;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.interactionhub.benchmarks.frame.LegWatch;
import org.interactionhub.benchmarks.frame.Variant;

/** Stock Axon: every fact is a command of its own to an aggregate of its own, sent by several callers at once. */
public final class AxonCommands implements Variant {

    public static final String NAME = "Axon stock, one command each";

    /** As many requests as a server of two cores has under way; more gain nothing. */
    private static final int CALLERS = 8;

    private final AxonPeer peer;
    private final AxonTable table;
    private final Configuration axon;
    private final CommandGateway gateway;
    private final List<PeerEvent> facts;

    /** @param facts of streams that are all different */
    public AxonCommands(BenchDatabase database, List<PeerEvent> facts) throws Exception {
        this.peer = AxonPeer.stock(database);
        this.table = new AxonTable(peer.pool());
        this.facts = facts;
        System.setProperty("disable-axoniq-console-message", "true");
        this.axon = DefaultConfigurer.defaultConfiguration(false).configureSerializer(_ -> peer.serializer())
                .configureEmbeddedEventStore(_ -> peer.engine()).configureAggregate(Kept.class).buildConfiguration();
        axon.start();
        this.gateway = axon.commandGateway();
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
        return new Callers(CALLERS).share(facts.size(), watch, place -> send(facts.get(place)));
    }

    /** Returns when it is durable. */
    public void send(PeerEvent fact) {
        gateway.sendAndWait(new Keep(fact.stream, fact));
    }

    /** What the events take on disk. */
    public long bytes() throws SQLException {
        return table.bytes();
    }

    @Override
    public List<String> check(long events) throws SQLException {
        return table.check(events);
    }

    @Override
    public void close() {
        axon.shutdown();
        peer.close();
    }
}
