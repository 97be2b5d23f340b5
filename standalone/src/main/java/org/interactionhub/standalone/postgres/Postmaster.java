package org.interactionhub.standalone.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One life of the server process. */
final class Postmaster {

    private static final long GLANCE_MILLIS = 10;
    private static final long SHUTDOWN_SECONDS = 20;
    private static final long QUIT_SECONDS = 3;

    /** In its lock file PostgreSQL writes its pid first and its state last. */
    private static final int STATE_LINE = 7;

    private final Cluster cluster;
    private final Process process;

    private Postmaster(Cluster cluster, Process process) {
        this.cluster = cluster;
        this.process = process;
    }

    /** Returns once it takes connections, however long its recovery takes. */
    static Postmaster start(Cluster cluster, int port) throws IOException, InterruptedException {
        Postmaster postmaster = new Postmaster(cluster, cluster.start(port));
        while (!postmaster.takesConnections()) {
            if (postmaster.process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("PostgreSQL ended while it was starting; " + cluster.log() + " says why");
            }
        }
        return postmaster;
    }

    long pid() {
        return process.pid();
    }

    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Ends it: with a checkpoint if there is time, else so that the next start recovers. */
    void stop() throws IOException, InterruptedException {
        Command.signal("INT", pid());
        if (!process.waitFor(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
            Command.signal("QUIT", pid());
        }
        if (!process.waitFor(QUIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private boolean takesConnections() throws IOException {
        try {
            List<String> lines = Files.readAllLines(cluster.postmasterFile(), StandardCharsets.US_ASCII);
            return lines.size() > STATE_LINE && lines.getFirst().equals(Long.toString(pid()))
                    && lines.get(STATE_LINE).strip().equals("ready");
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }
}
