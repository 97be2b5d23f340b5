package org.interactionhub.benchmarks.conformance;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.interactionhub.benchmarks.frame.Page;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/** What {@code ./hub conformance} hands on. */
@Command(name = "conformance", description = "Read inputs from the world, and count how often the hub reads what their origin says.")
public final class Conformance implements Callable<Integer> {

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--corpora", paramLabel = "DIR", defaultValue = "${env:HUB_CORPORA}", description = "where the inputs lie (default: $HUB_CORPORA, else shared/corpora beside the project)")
    private @Nullable Path folder;

    @Option(names = "--json", paramLabel = "FILE", description = "where the raw figures go")
    private @Nullable Path json;

    @Option(names = "--misses", paramLabel = "FILE", description = "where each field goes that disagrees, with what was expected and what was found")
    private @Nullable Path misses;

    @Option(names = "--write-docs", description = "write the table into docs/channels/conformance.md")
    private boolean writeDocs;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Conformance()).execute(arguments));
    }

    /** @return 1 if an input threw or went out of bounds */
    @Override
    public Integer call() throws IOException {
        ConformanceReport report = report(new Corpora(demandedFolder()));
        out.println();
        report.lines().forEach(out::println);
        if (json != null) {
            report.writeTo(json);
        }
        if (misses != null) {
            Files.write(misses, report.misses());
        }
        if (writeDocs) {
            Page.of("docs/channels/conformance.md", "conformance").write(report.lines());
        }
        return report.isRight() ? 0 : 1;
    }

    /** In the order of the table; a channel adds its sources here. */
    private static List<Source> sources(Corpora corpora) {
        List<Source> sources = new ArrayList<>();
        sources.addAll(MailSources.of(corpora));
        sources.addAll(PostSources.of(corpora));
        return sources;
    }

    private ConformanceReport report(Corpora corpora) {
        Meter meter = new Meter();
        List<Result> results = new ArrayList<>();
        for (Source source : sources(corpora)) {
            Result result = Result.of(source, meter);
            if (result.samples() > 0) {
                out.printf("%s: %d%n", source.name(), result.samples());
                results.add(result);
            }
        }
        return new ConformanceReport(results);
    }

    private Path demandedFolder() {
        Path beside = Path.of(System.getProperty("hub.script", "hub")).resolveSibling("../shared/corpora").normalize();
        Path wanted = folder == null || folder.toString().isEmpty() ? beside : folder;
        if (!Files.isDirectory(wanted) && spec != null) {
            throw new ParameterException(spec.commandLine(), "The corpora are not in " + wanted
                    + ": name their folder with --corpora or in HUB_CORPORA.");
        }
        return wanted;
    }
}
