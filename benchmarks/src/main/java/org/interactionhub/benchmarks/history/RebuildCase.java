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
import org.interactionhub.benchmarks.frame.Variant;
import org.interactionhub.benchmarks.peers.AxonHistory;

/** All tables of the history from the whole log, beside one hand-written INSERT ... SELECT and Axon's pooled processor. */
public final class RebuildCase implements Case {

    private static final int EVENTS = 1_000_000;
    private static final int EVENTS_QUICK = 30_000;
    /** More than the peers can do in one leg. */
    private static final int STOCK_EVENTS_PER_SECOND = 3_000;
    private static final int TUNED_EVENTS_PER_SECOND = 20_000;

    @Override
    public List<String> rows() {
        return List.of("rebuild");
    }

    @Override
    public List<Row> measure(Set<String> wanted, Ground ground) throws Exception {
        BenchDatabase database = ground.database();
        int asked = ground.effort().quick() ? EVENTS_QUICK : EVENTS;
        try (HubHistory history = HubHistory.empty(database); Words words = new Words(database)) {
            Past past = new Past();
            long events = past.fill(database, asked);
            Legs legs = Turns.take(variants(database, history, words, past, events, ground), ground);
            return List.of(row(legs, events));
        }
    }

    private static List<Variant> variants(BenchDatabase database, HubHistory history, Words words, Past past,
            long events, Ground ground) throws Exception {
        AxonHistory stock = AxonHistory.stock(database);
        AxonHistory tuned = AxonHistory.tuned(database);
        long stockFacts = publish(stock, events, STOCK_EVENTS_PER_SECOND, ground);
        long tunedFacts = publish(tuned, events, TUNED_EVENTS_PER_SECOND, ground);
        return List.of(HubRebuild.whole(database, history, words, events),
                HubRebuild.withoutWords(database, history, words, events), new FloorRebuild(database, past, events),
                new PeerRebuild(PeerRebuild.STOCK, stock, stockFacts),
                new PeerRebuild(PeerRebuild.TUNED, tuned, tunedFacts),
                new PeerRebuild(PeerRebuild.GATHERING, tuned, tunedFacts));
    }

    private static long publish(AxonHistory axon, long most, int perSecond, Ground ground) {
        long facts = Math.min(most, perSecond * (ground.effort().longest().toSeconds() + 1));
        Past past = new Past();
        long published = 0;
        while (published < facts) {
            List<Told> told = past.next(1_000);
            axon.publish(told.stream().map(Told::forPeer).toList());
            published += told.size();
        }
        return published;
    }

    private static Row row(Legs legs, long events) {
        String hub = HubRebuild.WITHOUT_WORDS;
        double whole = legs.median(HubRebuild.WHOLE, Leg::seconds);
        double without = legs.median(hub, Leg::seconds);
        return new Row("rebuild",
                List.of(new Figure("events/s of " + PeerRebuild.STOCK,
                        legs.ratio(hub, PeerRebuild.STOCK, Leg::perSecond),
                        "x", Goal.atLeast(20)),
                        new Figure("events/s of " + PeerRebuild.TUNED,
                                legs.ratio(hub, PeerRebuild.TUNED, Leg::perSecond), "x", Goal.atLeast(5)),
                        new Figure("time of " + FloorRebuild.NAME,
                                legs.ratio(FloorRebuild.NAME, hub, Leg::perSecond), "x", Goal.atMost(2.5)),
                        new Figure("events/s of " + PeerRebuild.GATHERING,
                                legs.ratio(hub, PeerRebuild.GATHERING, Leg::perSecond), "x", null),
                        new Figure("the whole", whole, "s", null),
                        new Figure("of it the text index", whole - without, "s", null)),
                legs.all(),
                List.of(String.format(Locale.ROOT,
                        "From %,d events, without the text index, which is told alone. The peers "
                                + "write the same rows but no sums, for the time of a leg; the rest is taken to go as fast.",
                        events)));
    }
}
