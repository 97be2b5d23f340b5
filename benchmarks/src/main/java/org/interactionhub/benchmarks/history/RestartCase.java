package org.interactionhub.benchmarks.history;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.interactionhub.benchmarks.frame.Case;
import org.interactionhub.benchmarks.frame.Figure;
import org.interactionhub.benchmarks.frame.Goal;
import org.interactionhub.benchmarks.frame.Ground;
import org.interactionhub.benchmarks.frame.Leg;
import org.interactionhub.benchmarks.frame.Legs;
import org.interactionhub.benchmarks.frame.Row;
import org.interactionhub.benchmarks.frame.SeparateHub;

/** A hub that is killed in front of a backlog and started again, beside the same hub when it is warm. */
public final class RestartCase implements Case {

    private static final int BACKLOG = 200_000;
    private static final int BACKLOG_QUICK = 20_000;
    private static final String STEADY = "hub, warm";
    private static final String KILLED = "hub, killed and started";
    private static final String READY = "ready after s";
    private static final String FIRST = "first new event after s";

    @Override
    public List<String> rows() {
        return List.of("restart");
    }

    @Override
    public List<Row> measure(Set<String> wanted, Ground ground) throws Exception {
        boolean quick = ground.effort().quick();
        int size = quick ? BACKLOG_QUICK : BACKLOG;
        List<Leg> legs = new ArrayList<>();
        try (SeparateHub hub = SeparateHub.start(new PrintWriter(Writer.nullWriter()))) {
            Pile pile = new Pile(hub, size);
            pile.byWarmHub(); // it is not warm yet
            for (int round = 1; round <= (quick ? 1 : ground.effort().rounds()); round++) {
                legs.add(leg(STEADY, round, size, pile.byWarmHub(), ground));
                legs.add(leg(KILLED, round, size, pile.byKilledHub(), ground));
            }
        }
        return List.of(row(new Legs(legs), size));
    }

    private static Leg leg(String name, int round, int size, Pile.Drained drained, Ground ground) {
        ground.say("  %-24s round %d  ready after %5.2f s, first new event after %5.2f s, %,9.0f/s%s", name, round,
                drained.ready(), drained.first(), drained.perSecond(),
                drained.wrong().isEmpty() ? "" : "  WRONG: " + String.join(" ", drained.wrong()));
        long events = Math.round(drained.perSecond() * drained.seconds());
        return new Leg(name, round, Math.min(size, events), drained.seconds(), 0,
                Map.of(READY, drained.ready(), FIRST, drained.first()), drained.wrong());
    }

    private static Row row(Legs legs, int size) {
        return new Row("restart",
                List.of(new Figure("first new event durable behind ready",
                        legs.median(KILLED, leg -> Math.max(0, leg.measured(FIRST) - leg.measured(READY))), "s",
                        Goal.atMost(3)),
                        new Figure("drain rate of the warm hub's", legs.ratio(KILLED, STEADY, Leg::perSecond), "x",
                                Goal.atLeast(0.85)),
                        new Figure("from ./hub up to the first new event",
                                legs.median(KILLED, leg -> leg.measured(FIRST)), "s", Goal.atMost(20))),
                legs.all(), List.of(String.format(Locale.ROOT,
                        "kill -9 of the whole hub in front of %,d reports on its topic, whole standalone, history shown "
                                + "along.",
                        size)));
    }
}
