package org.interactionhub.benchmarks.store;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.interactionhub.benchmarks.crowd.Contact;
import org.interactionhub.benchmarks.crowd.Contacts;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.interactionhub.benchmarks.frame.Case;
import org.interactionhub.benchmarks.frame.Figure;
import org.interactionhub.benchmarks.frame.Goal;
import org.interactionhub.benchmarks.frame.Ground;
import org.interactionhub.benchmarks.frame.Legs;
import org.interactionhub.benchmarks.frame.Row;
import org.interactionhub.benchmarks.frame.Turns;
import org.interactionhub.benchmarks.frame.Variant;
import org.interactionhub.benchmarks.peers.AxonCommands;
import org.interactionhub.benchmarks.peers.PeerEvent;

/** What an event costs beside its payload and its original, in the write-ahead log and on disk. */
public final class BytesCase implements Case {

    private static final String DISK = """
            SELECT pg_total_relation_size('store.event')
                + (SELECT sum(pg_total_relation_size(relid)) FROM pg_partition_tree('store.original') WHERE isleaf)""";

    @Override
    public List<String> rows() {
        return List.of("bytes");
    }

    @Override
    public List<Row> measure(Set<String> wanted, Ground ground) throws Exception {
        BenchDatabase database = ground.database();
        List<List<Contact>> batches = Contacts.batches(ground.effort().mostEvents(), Polled.MOST);
        long[] sizes = batches.stream().flatMap(List::stream).flatMap(contact -> Encoded.of(contact, Map.of()).stream())
                .mapToLong(Encoded::size).toArray();
        LongUnaryOperator content = events -> Arrays.stream(sizes).limit(events).sum();
        Variant hub = new HubAppend(database, batches, new StoreCheck(database, batches));
        AxonCommands axon = new AxonCommands(database, batches.stream().flatMap(List::stream)
                .flatMap(contact -> PeerEvent.of(contact).stream()).toList());
        Legs legs = Turns.take(List.of(new Weighed(hub, database, () -> database.number(DISK), content),
                new Weighed(axon, database, axon::bytes, content)), ground);
        return List.of(new Row("bytes", List.of(figure(legs, Weighed.WAL, Goal.atMost(1.8)),
                figure(legs, Weighed.DISK, Goal.atMost(1.5)), ofAxon(legs, Weighed.WAL), ofAxon(legs, Weighed.DISK)),
                legs.all(), List.of()));
    }

    private static Figure figure(Legs legs, String what, Goal goal) {
        return new Figure(what, legs.median(HubAppend.NAME, leg -> leg.measured(what)), "x", goal);
    }

    private static Figure ofAxon(Legs legs, String what) {
        return new Figure(what.substring(0, what.indexOf(' ')) + " of " + AxonCommands.NAME,
                legs.ratio(HubAppend.NAME, AxonCommands.NAME, leg -> leg.measured(what)), "x", Goal.atMost(0.6));
    }
}
