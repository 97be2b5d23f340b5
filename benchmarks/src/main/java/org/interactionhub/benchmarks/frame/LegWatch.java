package org.interactionhub.benchmarks.frame;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Says when a leg is over, and what it took. */
public final class LegWatch {

    private final Effort effort;
    private final LongSupplier nanos;
    private final long begun;
    private final Duration cpuBefore;

    private LegWatch(Effort effort, LongSupplier nanos, Duration cpuBefore) {
        this.effort = effort;
        this.nanos = nanos;
        this.cpuBefore = cpuBefore;
        this.begun = nanos.getAsLong();
    }

    /** The clock runs from now on. */
    public static LegWatch start(Effort effort) {
        return new LegWatch(effort, System::nanoTime, Cpu.used());
    }

    static LegWatch start(Effort effort, LongSupplier nanos) {
        return new LegWatch(effort, nanos, Duration.ZERO);
    }

    public Effort effort() {
        return effort;
    }

    /** Whether to go on after so many events; false at the end of time or events, whichever comes first. */
    public boolean goesOn(long events) {
        return events < effort.mostEvents() && elapsed() < effort.longest().toNanos();
    }

    /** Stops both clocks, that on the wall first. */
    public Leg stop(String variant, int round, long events) {
        double seconds = elapsed() / 1e9;
        double cpu = Cpu.used().minus(cpuBefore).toNanos() / 1e9;
        return new Leg(variant, round, events, seconds, cpu, Map.of(), List.of());
    }

    private long elapsed() {
        return nanos.getAsLong() - begun;
    }
}
