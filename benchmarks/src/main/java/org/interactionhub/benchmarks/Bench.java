package org.interactionhub.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.interactionhub.benchmarks.frame.Case;
import org.interactionhub.benchmarks.frame.Effort;
import org.interactionhub.benchmarks.frame.Environment;
import org.interactionhub.benchmarks.frame.Ground;
import org.interactionhub.benchmarks.frame.Page;
import org.interactionhub.benchmarks.frame.Report;
import org.interactionhub.benchmarks.frame.Row;
import org.interactionhub.benchmarks.frame.SeparateHub;
import org.interactionhub.benchmarks.frame.Table;
import org.interactionhub.benchmarks.history.MemoryCase;
import org.interactionhub.benchmarks.history.RebuildCase;
import org.interactionhub.benchmarks.history.ReplayReadCase;
import org.interactionhub.benchmarks.history.RestartCase;
import org.interactionhub.benchmarks.history.VisibleCase;
import org.interactionhub.benchmarks.pages.PageBench;
import org.interactionhub.benchmarks.pages.PageReport;
import org.interactionhub.benchmarks.peers.NodePackage;
import org.interactionhub.benchmarks.registry.RegistryBench;
import org.interactionhub.benchmarks.registry.RegistryReport;
import org.interactionhub.benchmarks.store.AppendCase;
import org.interactionhub.benchmarks.store.BytesCase;
import org.interactionhub.benchmarks.store.CommandCase;
import org.interactionhub.benchmarks.store.GrowthCase;
import org.interactionhub.benchmarks.store.KafkaStoreCase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/** What {@code ./hub bench} hands on. */
@Command(name = "bench", description = "Measure the event store and the history beside floors and peers.")
public final class Bench implements Callable<Integer> {

    /** In the order of the table. */
    private static final List<Case> CASES = List.of(new AppendCase(), new KafkaStoreCase(), new CommandCase(),
            new VisibleCase(), new ReplayReadCase(), new RebuildCase(), new GrowthCase(), new BytesCase(),
            new MemoryCase(), new RestartCase());

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "ROW", description = "the rows wanted (default: the whole table)")
    private List<String> wanted = new ArrayList<>();

    @Option(names = "--quick", description = "a glance: short legs and small sizes, the whole table within minutes")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "where the raw figures go")
    private @Nullable Path json;

    @Option(names = "--write-docs", description = "write the table into docs/performance.md")
    private boolean writeDocs;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    /** @return 1 if a store answered wrong */
    @Override
    public Integer call() throws Exception {
        demandKnown();
        try (Ground ground = Ground.prepare(quick ? Effort.QUICK : Effort.FULL, out)) {
            Environment environment = Environment.of(ground)
                    .with("Emmett", NodePackage.versionOf("emmett", "@event-driven-io/emmett-postgresql"))
                    .with("Node", NodePackage.version().orElse("missing"));
            List<Row> rows = new ArrayList<>();
            for (Case each : CASES) {
                rows.addAll(measure(each, ground));
            }
            return tell(new Report(environment, rows));
        }
    }

    private void demandKnown() {
        Set<String> known = CASES.stream().flatMap(each -> each.rows().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String row : wanted) {
            if (!known.contains(row) && spec != null) {
                throw new ParameterException(spec.commandLine(), "There is no row '" + row + "'; there are "
                        + String.join(", ", known) + ".");
            }
        }
        if (writeDocs && !wanted.isEmpty() && spec != null) {
            throw new ParameterException(spec.commandLine(), "--write-docs writes the whole table: name no rows.");
        }
    }

    private List<Row> measure(Case each, Ground ground) throws Exception {
        Set<String> rows = new LinkedHashSet<>(each.rows());
        if (!wanted.isEmpty()) {
            rows.retainAll(wanted);
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        ground.say("%s", String.join(", ", rows));
        return each.measure(rows, ground);
    }

    private int tell(Report report) throws IOException {
        Table table = new Table(report);
        out.println();
        table.lines().forEach(out::println);
        if (json != null) {
            report.writeTo(json);
        }
        if (writeDocs) {
            Page.performance("bench").write(table.lines());
        }
        return report.isRight() ? 0 : 1;
    }

    @Command(description = "How long the pages of the console take, with the demo and many interactions in the hub.")
    int pages(
            @Option(names = "--interactions", defaultValue = "100000", description = "beside the demo (default: ${DEFAULT-VALUE})") int interactions,
            @Option(names = "--runs", defaultValue = "200", description = "times that each page is asked for (default: ${DEFAULT-VALUE})") int runs,
            @Option(names = "--json", paramLabel = "FILE", description = "where the raw figures go") @Nullable Path file)
            throws IOException, InterruptedException {
        try (SeparateHub hub = SeparateHub.start(out)) {
            PageReport report = new PageBench(hub, interactions, runs, out).run();
            report.print(out);
            if (file != null) {
                report.writeTo(file);
            }
        }
        return 0;
    }

    @Command(description = "How long timelines, searches and lists take in a registry of full size.")
    int registry(
            @Option(names = "--interactions", defaultValue = "1000000", description = "at least 1000; a tenth as many clients (default: ${DEFAULT-VALUE})") int interactions,
            @Option(names = "--runs", defaultValue = "200", description = "times that each question is asked (default: ${DEFAULT-VALUE})") int runs,
            @Option(names = "--rate", defaultValue = "50", description = "contacts a second that come in during the second half (default: ${DEFAULT-VALUE})") double rate,
            @Option(names = "--json", paramLabel = "FILE", description = "where the raw figures go") @Nullable Path file,
            @Option(names = "--write-docs", description = "write the table into docs/performance.md") boolean docs)
            throws Exception {
        try (SeparateHub hub = SeparateHub.start(out)) {
            RegistryReport report = new RegistryBench(hub, interactions, runs, rate, out).run();
            out.println();
            report.lines().forEach(out::println);
            if (file != null) {
                report.writeTo(file);
            }
            if (docs) {
                Page.performance("bench registry").write(report.lines());
            }
        }
        return 0;
    }
}
