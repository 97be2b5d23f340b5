package org.interactionhub.benchmarks.store;

import java.util.List;
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

/** How long a member of staff waits until what she said is durable, nobody else being there. */
public final class CommandCase implements Case {

    @Override
    public List<String> rows() {
        return List.of("command");
    }

    @Override
    public List<Row> measure(Set<String> wanted, Ground ground) throws Exception {
        BenchDatabase database = ground.database();
        Legs legs = Turns.take(List.of(new BareInsert(database), new HubCommand(database), new AxonCommand(database)),
                ground);
        return List.of(new Row("command",
                List.of(new Figure("p50 of " + BareInsert.NAME, ratio(legs, BareInsert.NAME), "x",
                        Goal.atMost(1.6, 1.3)),
                        new Figure("p50 of " + AxonCommand.NAME, ratio(legs, AxonCommand.NAME), "x", Goal.atMost(0.5)),
                        millis(legs, OneByOne.P50), millis(legs, OneByOne.P99)),
                legs.all(), List.of()));
    }

    private static double ratio(Legs legs, String other) {
        return legs.ratio(HubCommand.NAME, other, (Leg leg) -> leg.measured(OneByOne.P50));
    }

    private static Figure millis(Legs legs, String which) {
        return new Figure("hub command, " + which.substring(0, 3),
                legs.median(HubCommand.NAME, leg -> leg.measured(which)), "ms", null);
    }
}
