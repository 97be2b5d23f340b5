package org.interactionhub.standalone.demo;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.standalone.datadir.DataDirectory;
import org.interactionhub.standalone.datadir.DataLock;
import org.interactionhub.standalone.datadir.Ports;

/**
 * Takes the demo away. The log is append-only, so nothing less than the whole data directory can go, and only if the hub
 * itself says that nobody but the demo ever reported to it. The directory is renamed first, in one step: whatever
 * happens then, there is either all of it under its name or none.
 */
public final class Removal {

    private static final int PATIENCE = 600;
    private static final int NAMED = 10;
    private static final long GLANCE_MILLIS = 100;

    /** How a running hub is told to stop. */
    public interface Stop {

        /** Returns when it was told. */
        void stop(Ports hub) throws IOException;
    }

    private final PrintWriter out;
    private final PrintWriter err;
    private final Company company;

    Removal(PrintWriter out, PrintWriter err, Company company) {
        this.out = out;
        this.err = err;
        this.company = company;
    }

    int remove(DataDirectory data, boolean sure, Stop stop) throws IOException, InterruptedException {
        Optional<Ports> hub = Ports.of(data);
        if (!Journal.in(data.root()).isKnown()) {
            err.println("The demo was never played in " + data.root() + "; nothing is removed.");
            return 1;
        }
        if (hub.isEmpty()) {
            err.println("No hub is up on " + data.root()
                    + ". Start it with ./hub up: it is asked what it holds before anything is deleted.");
            return 1;
        }
        Optional<String> refusal = refusal(hub.get(), Journal.in(data.root()));
        if (refusal.isPresent()) {
            err.println(refusal.get());
            return 1;
        }
        if (!sure && !confirmed(data)) {
            err.println("Nothing is removed. ./hub demo --remove --yes asks no more.");
            return 1;
        }
        stop.stop(hub.get());
        return clear(data);
    }

    private Optional<String> refusal(Ports hub, Journal journal) throws IOException, InterruptedException {
        try (Door door = new Door(hub.address())) {
            Holdings holdings = new Holdings(door, company);
            Optional<String> foreign = holdings.foreign(true);
            if (foreign.isEmpty()) {
                out.println("This stops the hub and deletes everything in it: the demo's clients, "
                        + holdings.contacts() + " messages, what you have added to them, logs and passwords.");
                added(holdings.clientsBeside(journal.ids()));
            }
            return foreign.map(sentence -> sentence + " Nothing is removed.");
        }
    }

    private void added(List<String> names) {
        if (!names.isEmpty()) {
            out.println("With it go clients of whom the story does not tell: "
                    + names.stream().limit(NAMED).collect(Collectors.joining(", "))
                    + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more." : "."));
        }
    }

    private boolean confirmed(DataDirectory data) {
        Console console = System.console();
        return console != null && console.isTerminal()
                && "yes".equals(console.readLine("Type yes to delete %s: ", data.root()));
    }

    private int clear(DataDirectory data) throws IOException, InterruptedException {
        Path root = data.root();
        Path gone = root.resolveSibling(root.getFileName() + ".removed");
        delete(gone);
        for (int left = PATIENCE; left > 0; left--) {
            Optional<DataLock> lock = DataLock.take(data);
            if (lock.isPresent()) {
                try (DataLock held = lock.get()) {
                    Files.move(root, gone, StandardCopyOption.ATOMIC_MOVE);
                    delete(gone);
                }
                out.println("The demo is gone. Start afresh with ./hub up.");
                return 0;
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
        err.println("The hub did not stop within a minute; nothing is removed.");
        return 1;
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(tree)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
