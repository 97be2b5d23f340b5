package org.interactionhub.benchmarks.store;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.interactionhub.benchmarks.frame.Case;
import org.interactionhub.benchmarks.frame.Figure;
import org.interactionhub.benchmarks.frame.Goal;
import org.interactionhub.benchmarks.frame.Ground;
import org.interactionhub.benchmarks.frame.Leg;
import org.interactionhub.benchmarks.frame.Row;

/** Whether the years slow the log down. Once, since filling it takes so long. */
public final class GrowthCase implements Case {

    private static final int SMALL = 100_000;
    private static final int LARGE = 10_000_000;
    private static final int SMALL_QUICK = 20_000;
    private static final int LARGE_QUICK = 200_000;

    @Override
    public List<String> rows() {
        return List.of("growth");
    }

    @Override
    public List<Row> measure(Set<String> wanted, Ground ground) throws Exception {
        boolean quick = ground.effort().quick();
        int small = quick ? SMALL_QUICK : SMALL;
        int large = quick ? LARGE_QUICK : LARGE;
        try (GrowingLog log = new GrowingLog(ground)) {
            log.look("warm up", small);
            log.growTo(small);
            Leg young = log.look(name(small), small);
            log.growTo(large);
            Leg old = log.look(name(large), small);
            return List.of(new Row("growth",
                    List.of(new Figure("append, seconds per event", young.perSecond() / old.perSecond(), "x",
                            Goal.atMost(1.3)),
                            new Figure("append, CPU per event", old.cpuMicrosPerEvent() / young.cpuMicrosPerEvent(),
                                    "x",
                                    null),
                            new Figure("idle poll", old.measured(GrowingLog.POLL) / young.measured(GrowingLog.POLL),
                                    "x", Goal.atMost(1.2))),
                    List.of(young, old),
                    quick ? List.of("grown to %,d events only".formatted(large)) : List.of()));
        }
    }

    private static String name(int events) {
        return String.format(Locale.ROOT, "hub append behind %,d", events);
    }
}
