package org.interactionhub.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./hub bench} hands on: one method per benchmark. */
@Command(name = "bench", description = "Measure the hub.")
public final class Bench {

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Command(description = "How long the pages of the console take, with the demo and many interactions in the hub.")
    int pages(
            @Option(names = "--interactions", defaultValue = "100000", description = "beside the demo (default: ${DEFAULT-VALUE})") int interactions,
            @Option(names = "--runs", defaultValue = "200", description = "times that each page is asked for (default: ${DEFAULT-VALUE})") int runs,
            @Option(names = "--json", paramLabel = "FILE", description = "where the raw figures go") @Nullable Path json)
            throws IOException, InterruptedException {
        try (SeparateHub hub = SeparateHub.start(out)) {
            Report report = new PageBench(hub, interactions, runs, out).run();
            report.print(out);
            if (json != null) {
                report.writeTo(json);
            }
        }
        return 0;
    }
}
