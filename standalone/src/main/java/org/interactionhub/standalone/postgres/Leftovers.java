package org.interactionhub.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What an earlier hub left behind in a cluster when it was killed: a whole server, or the orphans of a dead one. They
 * are known by their working directory, never by a pid in a file, which may belong to a stranger by now.
 */
final class Leftovers {

    private static final Duration SHUTDOWN = Duration.ofSeconds(60);
    private static final Duration QUIT = Duration.ofSeconds(5);
    private static final long GLANCE_MILLIS = 25;

    private final Cluster cluster;

    Leftovers(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Ends them, the gentle way first, and takes away the lock file. PostgreSQL alone would not: it takes a dead process
     * that nobody has waited for as a running one.
     */
    void clear() throws IOException, InterruptedException {
        end(this::servers, "INT", SHUTDOWN);
        end(this::processes, "QUIT", QUIT);
        end(this::processes, "KILL", QUIT);
        List<ProcessHandle> immortal = processes();
        if (!immortal.isEmpty()) {
            throw new IOException("process " + immortal.getFirst().pid()
                    + " of an earlier PostgreSQL still works in " + cluster.files() + " and cannot be ended");
        }
        Files.deleteIfExists(cluster.postmasterFile());
    }

    /** A postmaster is the parent of the others. */
    private List<ProcessHandle> servers() {
        List<ProcessHandle> all = processes();
        List<Long> parents = all.stream().flatMap(one -> one.parent().stream()).map(ProcessHandle::pid).toList();
        return all.stream().filter(one -> parents.contains(one.pid())).toList();
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::worksHere).toList();
    }

    private boolean worksHere(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readSymbolicLink(proc.resolve("cwd")).equals(cluster.files().toRealPath())
                    && Files.readSymbolicLink(proc.resolve("exe")).getFileName().toString().startsWith("postgres");
        } catch (IOException goneOrAnothers) {
            return false;
        }
    }

    private static void end(Supplier<List<ProcessHandle>> processes, String signal, Duration patience)
            throws IOException, InterruptedException {
        for (ProcessHandle process : processes.get()) {
            Command.signal(signal, process.pid());
        }
        long deadline = System.nanoTime() + patience.toNanos();
        while (!processes.get().isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
    }
}
