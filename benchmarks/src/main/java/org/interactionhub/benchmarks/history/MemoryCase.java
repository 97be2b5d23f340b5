package org.interactionhub.benchmarks.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.interactionhub.benchmarks.frame.Case;
import org.interactionhub.benchmarks.frame.Figure;
import org.interactionhub.benchmarks.frame.Goal;
import org.interactionhub.benchmarks.frame.Ground;
import org.interactionhub.benchmarks.frame.Leg;
import org.interactionhub.benchmarks.frame.Row;

/** A rebuild of the history from very many events in a process with little memory: it works, and holds no more at its end. */
public final class MemoryCase implements Case {

    private static final int EVENTS = 10_000_000;
    private static final int EVENTS_QUICK = 50_000;
    private static final String HEAP = "-Xmx256m";

    @Override
    public List<String> rows() {
        return List.of("memory");
    }

    @Override
    public List<Row> measure(Set<String> wanted, Ground ground) throws Exception {
        BenchDatabase database = ground.database();
        long events;
        try (HubHistory none = HubHistory.empty(database)) {
            events = new Past().fill(database, ground.effort().quick() ? EVENTS_QUICK : EVENTS);
        }
        ground.settle();
        long begun = System.nanoTime();
        List<String> said = new ArrayList<>();
        int exit = replay(database, said);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (exit != 0) {
            return List.of(new Row("memory", List.of(),
                    List.of(leg(events, seconds, Map.of(), List.of("The process ended with " + exit + "."))), said));
        }
        return List.of(row(events, seconds, said, database.number("SELECT position FROM history.progress")));
    }

    private static int replay(BenchDatabase database, List<String> said) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP,
                "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"), ReplayInLittleMemory.class.getName(), database.url())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process.outputWriter().append(database.passwordOf("hub_query")).append('\n').close();
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().filter(line -> line.startsWith(ReplayInLittleMemory.SAYS))
                    .map(line -> line.substring(ReplayInLittleMemory.SAYS.length())).forEach(said::add);
        }
        return process.waitFor();
    }

    private static Row row(long events, double seconds, List<String> said, long position) {
        double early = Double.parseDouble(said.get(0)) / 1e6;
        double late = Double.parseDouble(said.get(1)) / 1e6;
        List<String> wrong = position == events
                ? List.of()
                : List.of("The history holds events up to %d instead of %d.".formatted(position, events));
        return new Row("memory",
                List.of(new Figure("heap at the end of that at a tenth", late / early, "x", Goal.atMost(1.1)),
                        new Figure("heap at a tenth", early, "MB", null),
                        new Figure("heap at the end", late, "MB", null)),
                List.of(leg(events, seconds, Map.of("heap at a tenth, MB", early, "heap at the end, MB", late), wrong)),
                List.of(String.format(Locale.ROOT,
                        "%,d events with %s; the least behind full collections while it reads.",
                        events, HEAP)));
    }

    private static Leg leg(long events, double seconds, Map<String, Double> more, List<String> wrong) {
        return new Leg("hub rebuild, " + HEAP, 1, events, seconds, 0, more, wrong);
    }
}
