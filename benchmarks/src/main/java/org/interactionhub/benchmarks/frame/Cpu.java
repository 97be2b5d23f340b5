package org.interactionhub.benchmarks.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The processor time of this process and all its children: PostgreSQL with its backends, a peer in Node. */
public final class Cpu {

    /** Of user, system, and both of the children that ended, in {@code /proc/<pid>/stat} behind the name. */
    private static final int[] TIMES = {11, 12, 13, 14};

    /** USER_HZ is 100 on every Linux that the hub runs on. */
    private static final long MILLIS_PER_TICK = 10;

    private Cpu() {}

    /** Since each of them began. */
    public static Duration used() {
        ProcessHandle self = ProcessHandle.current();
        try (Stream<ProcessHandle> all = Stream.concat(Stream.of(self), self.descendants())) {
            return Duration.ofMillis(all.mapToLong(process -> ticks(process.pid())).sum() * MILLIS_PER_TICK);
        }
    }

    private static long ticks(long pid) {
        try {
            return ticks(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException ended) {
            return 0; // its parent has its time by now
        }
    }

    static long ticks(String stat) {
        // the name may hold blanks and brackets; behind its last bracket there are only numbers
        String[] words = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ");
        return LongStream.of(TIMES[0], TIMES[1], TIMES[2], TIMES[3]).map(word -> Long.parseLong(words[(int) word]))
                .sum();
    }
}
