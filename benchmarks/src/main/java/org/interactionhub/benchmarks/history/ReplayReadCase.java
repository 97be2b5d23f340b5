package org.interactionhub.benchmarks.history;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.interactionhub.benchmarks.frame.Case;
import org.interactionhub.benchmarks.frame.Figure;
import org.interactionhub.benchmarks.frame.Goal;
import org.interactionhub.benchmarks.frame.Ground;
import org.interactionhub.benchmarks.frame.Leg;
import org.interactionhub.benchmarks.frame.Legs;
import org.interactionhub.benchmarks.frame.Row;
import org.interactionhub.benchmarks.frame.Turns;
import org.interactionhub.benchmarks.peers.AxonStream;
import org.interactionhub.eventstore.EventLog;

/** The log from its beginning, every fact decoded, beside a plain SELECT and Axon's own stream. */
public final class ReplayReadCase implements Case {

    private static final int EVENTS = 200_000;
    private static final int EVENTS_QUICK = 60_000;
    private static final int PEER_EVENTS_QUICK = 20_000;

    @Override
    public List<String> rows() {
        return List.of("replay-read");
    }

    @Override
    public List<Row> measure(Set<String> wanted, Ground ground) throws Exception {
        BenchDatabase database = ground.database();
        boolean quick = ground.effort().quick();
        long events = new Past().fill(database, quick ? EVENTS_QUICK : EVENTS);
        List<Told> facts = new Past().next(quick ? PEER_EVENTS_QUICK : EVENTS);
        Legs legs = Turns.take(List.of(new HubRead(new EventLog(database.command()), events),
                new FloorRead(database.command(), events),
                AxonStream.tuned(database, facts.stream().map(Told::forPeer).toList())), ground);
        return List.of(row(legs, events));
    }

    private static Row row(Legs legs, long events) {
        return new Row("replay-read",
                List.of(new Figure("events/s of " + FloorRead.NAME,
                        legs.ratio(HubRead.NAME, FloorRead.NAME, Leg::perSecond), "x", Goal.atLeast(0.8)),
                        new Figure("events/s of " + AxonStream.NAME,
                                legs.ratio(HubRead.NAME, AxonStream.NAME, Leg::perSecond), "x", Goal.atLeast(10))),
                legs.all(), List.of(String.format(Locale.ROOT,
                        "A log of %,d events from its beginning, fact and metadata decoded by all.", events)));
    }
}
