package org.interactionhub.benchmarks.store;

import java.util.List;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.interactionhub.benchmarks.peers.AxonCommands;
import org.interactionhub.benchmarks.peers.PeerEvent;

/** The same with stock Axon: a command that begins an aggregate with one event. */
final class AxonCommand extends OneByOne {

    static final String NAME = "Axon stock command";

    private final AxonCommands axon;

    AxonCommand(BenchDatabase database) throws Exception {
        this.axon = new AxonCommands(database, List.of());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare(int round) throws Exception {
        axon.prepare(round);
    }

    @Override
    void once(int number) {
        axon.send(PeerEvent.registered(number));
    }

    @Override
    public List<String> check(long events) throws Exception {
        return axon.check(events);
    }

    @Override
    public void close() {
        axon.close();
    }
}
