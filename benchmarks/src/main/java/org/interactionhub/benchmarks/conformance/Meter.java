package org.interactionhub.benchmarks.conformance;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs trials and sees that they stay within bounds, by the CPU and the allocation of this thread alone. */
final class Meter {

    private static final Duration MOST_WORK = Duration.ofSeconds(1);
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * What one trial came to.
     *
     * @param outcome null if it threw
     * @param wrong what must not happen, as a sentence; null if all is well
     */
    record Measured(@Nullable Outcome outcome, @Nullable String wrong) {}

    Measured run(Sample sample) {
        long work = thread.getCurrentThreadCpuTime();
        long bytes = thread.getCurrentThreadAllocatedBytes();
        try {
            Outcome outcome = sample.trial().run();
            return new Measured(outcome, wrong(outcome, thread.getCurrentThreadCpuTime() - work,
                    thread.getCurrentThreadAllocatedBytes() - bytes));
        } catch (Throwable thrown) {
            return new Measured(null, "throws " + thrown);
        }
    }

    private static @Nullable String wrong(Outcome outcome, long work, long bytes) {
        if (outcome.isDefect()) {
            return String.valueOf(outcome.refusal());
        }
        if (work > MOST_WORK.toNanos()) {
            return "takes " + work / 1_000_000 + " ms of CPU";
        }
        return bytes > MOST_BYTES ? "takes " + bytes / 1024 / 1024 + " MiB of memory" : null;
    }
}
