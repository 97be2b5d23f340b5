package org.interactionhub.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import org.interactionhub.events.Channel;
import org.interactionhub.standalone.demo.Demo;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine;

/** What the script {@code hub} hands on to Java: one method per command, its answer the exit code. */
@Command(name = "hub", description = "One place that remembers every contact with every client.")
public final class Hub {

    private final PrintWriter out;
    private final PrintWriter err;

    Hub(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(new CommandLine(new Hub(out, err)).registerConverter(Channel.class, Hub::channel).setOut(out)
                .setErr(err).setExecutionExceptionHandler((failure, _, _) -> tell(err, failure)).execute(arguments));
    }

    private static Channel channel(String name) {
        try {
            return Channel.of(name);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** A sentence, not a stack trace: what went wrong here lies in a setting, a file or the network. */
    private static int tell(PrintWriter err, Exception failure) {
        if (failure instanceof NoSuchFileException absent) {
            err.println("There is no file " + absent.getFile() + ".");
            return 1;
        }
        err.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        return 1;
    }

    @Command(description = "Start the hub. Ctrl-C stops it.")
    int up() throws IOException, InterruptedException {
        return new Up().run();
    }

    @Command(description = "Build one thing of the running hub anew from the whole history.")
    int replay(
            @Parameters(paramLabel = "NAME", description = "timeline, or an analysts' view by the name of its file") String projection)
            throws IOException, InterruptedException {
        return new Replay(out, err).run(projection);
    }

    @Command(description = "Play the story of a company into the running hub.")
    int demo(@Option(names = "--live", description = "go on with it at a human pace until Ctrl-C") boolean live,
            @Option(names = "--remove", description = "take it away again, with all of the data directory") boolean remove,
            @Option(names = "--yes", description = "ask no more before removing") boolean yes)
            throws IOException, InterruptedException {
        Demo demo = new Demo(out, err, Clock.systemUTC(), System.getenv());
        return remove
                ? demo.remove(yes, hub -> ProcessHandle.of(hub.hubPid()).ifPresent(ProcessHandle::destroy))
                : demo.play(live);
    }

    @Command(description = "Print how the hub reads a file, as JSON, without sending it anywhere.")
    int read(
            @Option(names = "--channel", required = true, description = "email, web-form, phone or chat") Channel channel,
            @Option(names = "--content-type", description = "by default what channel and file name suggest") @Nullable String contentType,
            @Option(names = "--account", defaultValue = "default", description = "the mailbox, form, exchange or bot it came to") String account,
            @Parameters(paramLabel = "FILE") Path file) throws IOException {
        Read read = new Read(out, err);
        return read.run(channel, contentType == null ? Read.usualType(channel, file) : contentType, account, file);
    }

    @Command(description = "Suggest which rows of a list may be the same person or company. Nothing is linked.")
    int match(
            @Option(names = "--out", required = true, description = "the CSV file that the suggestions are written to") Path pairs,
            @Parameters(paramLabel = "FILE", description = "CSV with a header") Path file) throws IOException {
        return new Match(out, err).run(file, pairs);
    }
}
