package org.interactionhub.benchmarks.soak;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.interactionhub.benchmarks.frame.SeparateHub;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./hub soak} hands on. */
@Command(name = "soak", description = "Kill a hub under traffic again and again, and prove that it lost nothing.")
public final class Soak implements Callable<Integer> {

    private static final double MEBI = 1 << 20;

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    @Option(names = "--minutes", defaultValue = "10", description = "how long (default: ${DEFAULT-VALUE})")
    private int minutes;

    @Option(names = "--seed", description = "of the moments of the kills (default: another one each time)")
    private long seed = System.nanoTime();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Soak()).execute(arguments));
    }

    /** @return 1 if anything was lost, doubled or mixed up */
    @Override
    public Integer call() throws Exception {
        out.println("Seed " + seed + ", " + minutes + " minutes.");
        try (SeparateHub hub = SeparateHub.start(out)) {
            Book book = new Book();
            Killer killer = new Killer(hub, seed, out);
            double heapBefore = heap(hub);
            double diskBefore = disk(hub.data());
            try (Traffic traffic = new Traffic(hub, book)) {
                traffic.start();
                killer.run(System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes));
            }
            List<String> faults = new Proof(hub, book).faults();
            tell(hub, book, killer, heapBefore, diskBefore);
            faults.forEach(fault -> out.println("FAULT  " + fault));
            out.println(faults.isEmpty()
                    ? "Nothing was lost, doubled or mixed up."
                    : "Kept in " + hub.data() + " for whoever looks into it.");
            hub.keepData(!faults.isEmpty());
            return faults.isEmpty() ? 0 : 1;
        }
    }

    private void tell(SeparateHub hub, Book book, Killer killer, double heapBefore, double diskBefore)
            throws Exception {
        try (Connection database = hub.database(hub.ports().orElseThrow())) {
            out.printf("acknowledged      %,10d  (%,d reports, %,d by SMTP, %,d by staff)%n", book.size(),
                    book.receipts().size(), book.mails().size(), book.told().size());
            out.printf("facts recorded    %,10d%n", Proof.number(database, "SELECT count(*) FROM store.event"));
        }
        out.printf("kills             %s%n", killer.kills());
        out.printf("longest silence   %10.1f s%n", book.longestSilence().toMillis() / 1000.0);
        out.printf("heap in use       %10.0f MiB at first, %.0f MiB at the end%n", heapBefore, heap(hub));
        out.printf("disk              %10.0f MiB at first, %.0f MiB at the end%n", diskBefore, disk(hub.data()));
    }

    private static double heap(SeparateHub hub) throws IOException, InterruptedException {
        return new String(hub.get("/actuator/prometheus").body(), StandardCharsets.UTF_8).lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum() / MEBI;
    }

    private static double disk(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.mapToLong(Soak::size).sum() / MEBI;
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
