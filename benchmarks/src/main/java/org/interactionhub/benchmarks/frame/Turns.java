package org.interactionhub.benchmarks.frame;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets variants take turns, A-B-A-B, so that whatever disturbs the machine disturbs all alike. A first round warms up
 * and is not counted: what it would show is the compiler of the JVM.
 */
public final class Turns {

    private Turns() {}

    /** Each has as many turns as the effort has rounds. Variants are closed at the end. */
    public static Legs take(List<Variant> variants, Ground ground) throws Exception {
        List<Leg> legs = new ArrayList<>();
        try {
            for (Variant variant : variants) {
                warmUp(variant, ground);
            }
            for (int round = 1; round <= ground.effort().rounds(); round++) {
                for (Variant variant : variants) {
                    legs.add(turn(variant, round, ground));
                }
            }
        } finally {
            for (Variant variant : variants) {
                variant.close();
            }
        }
        return new Legs(legs);
    }

    private static void warmUp(Variant variant, Ground ground) throws Exception {
        variant.prepare(0);
        variant.work(LegWatch.start(ground.effort().warmUp()));
    }

    private static Leg turn(Variant variant, int round, Ground ground) throws Exception {
        variant.prepare(round);
        ground.settle();
        LegWatch watch = LegWatch.start(ground.effort());
        long events = variant.work(watch);
        Leg done = watch.stop(variant.name(), round, events);
        Leg checked = done.with(variant.more(), variant.check(events));
        ground.say("  %-22s round %d  %,9d events in %6.2f s  %,9.0f/s  %7.1f µs CPU each%s", checked.variant(), round,
                events, checked.seconds(), checked.perSecond(), checked.cpuMicrosPerEvent(),
                checked.wrong().isEmpty() ? "" : "  WRONG: " + String.join(" ", checked.wrong()));
        return checked;
    }
}
