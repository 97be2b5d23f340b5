package org.interactionhub.benchmarks.history;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.interactionhub.benchmarks.frame.Case;
import org.interactionhub.benchmarks.frame.Effort;
import org.interactionhub.benchmarks.frame.Figure;
import org.interactionhub.benchmarks.frame.Goal;
import org.interactionhub.benchmarks.frame.Ground;
import org.interactionhub.benchmarks.frame.Leg;
import org.interactionhub.benchmarks.frame.Legs;
import org.interactionhub.benchmarks.frame.Row;
import org.interactionhub.benchmarks.frame.SeparateHub;
import org.interactionhub.benchmarks.peers.AxonHistory;
import org.interactionhub.benchmarks.peers.PeerFact;

/** How soon after its acceptance a contact is on the timeline, the hub and the peer each at half of what it can bear. */
public final class VisibleCase implements Case {

    private static final String HUB = "hub, accepted to timeline";
    private static final String AXON = "Axon stock, published to rows";
    private static final String P50 = "p50 ms";
    private static final String P99 = "p99 ms";
    private static final double HALF = 0.5;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    /** A hub that has just started is busy with its compiler for some minutes. */
    private static final Duration LONG_WARM_UP = Duration.ofMinutes(3);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    @Override
    public List<String> rows() {
        return List.of("visible");
    }

    @Override
    public List<Row> measure(Set<String> wanted, Ground ground) throws Exception {
        Effort effort = ground.effort();
        Duration leg = effort.quick() ? effort.longest().multipliedBy(2) : effort.longest();
        List<Leg> legs = new ArrayList<>();
        try (SeparateHub hub = SeparateHub.start(new PrintWriter(Writer.nullWriter()));
                AxonHistory axon = AxonHistory.stock(ground.database())) {
            HubTimeline timeline = new HubTimeline(hub);
            timeline.capacity(effort.quick() ? WARM_UP : LONG_WARM_UP);
            double capacity = timeline.capacity(leg);
            Past past = new Past();
            double axonCapacity = capacity(axon, past, leg);
            ground.say("  shown at most: hub %,.0f/s, Axon %,.0f/s", capacity, axonCapacity);
            for (int round = 1; round <= effort.rounds(); round++) {
                legs.add(leg(HUB, round, leg, timeline.lags(new Paced(capacity * HALF, leg)), ground));
                legs.add(leg(AXON, round, leg, lags(axon, past, new Paced(axonCapacity * HALF, leg)), ground));
            }
        }
        return List.of(row(new Legs(legs)));
    }

    private static double capacity(AxonHistory axon, Past past, Duration length) throws Exception {
        axon.start();
        List<PeerFact> facts = past.next(4_000 * (int) length.toSeconds()).stream().map(Told::forPeer).toList();
        axon.publish(facts);
        long before = axon.done();
        long begun = System.nanoTime();
        while (axon.done() < facts.size() && System.nanoTime() - begun < length.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        double perSecond = (axon.done() - before) * 1e9 / (System.nanoTime() - begun);
        while (axon.done() < facts.size()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return perSecond;
    }

    private static Lags lags(AxonHistory axon, Past past, Paced pace) throws Exception {
        Lags lags = new Lags();
        axon.whenShown(lags::seen);
        pace.send(0, _ -> {
            for (PeerFact fact : next(past)) {
                axon.publishLive(fact);
                lags.accepted(String.valueOf(fact.stream));
            }
        });
        lags.awaitAll(LONGEST_WAIT);
        return lags;
    }

    private static synchronized List<PeerFact> next(Past past) {
        return past.next().stream().map(Told::forPeer).toList();
    }

    private static Leg leg(String name, int round, Duration length, Lags lags, Ground ground) {
        double half = lags.percentile(50);
        double most = lags.percentile(99);
        ground.say("  %-30s round %d  %,6d watched  p50 %7.1f ms  p99 %7.1f ms", name, round, lags.size(), half, most);
        return new Leg(name, round, lags.size(), length.toMillis() / 1e3, 0, Map.of(P50, half, P99, most),
                lags.lost() == 0 ? List.of() : List.of(lags.lost() + " were never shown."));
    }

    private static Row row(Legs legs) {
        double ours = legs.median(HUB, leg -> leg.measured(P50));
        return new Row("visible",
                List.of(new Figure("p99", legs.median(HUB, leg -> leg.measured(P99)), "ms", Goal.atMost(120, 60)),
                        new Figure("p50", ours, "ms", Goal.atMost(25, 15)),
                        new Figure("p50 of " + AXON + ", times ours",
                                legs.median(AXON, leg -> leg.measured(P50)) / ours, "x",
                                Goal.atLeast(10))),
                legs.all(),
                List.of(String.format(Locale.ROOT,
                        "HTTP 202 to the event on the open timeline of a client, each at half of its own capacity; the hub "
                                + "is a process of its own with PostgreSQL and Kafka, the sender shares its cores.")));
    }
}
