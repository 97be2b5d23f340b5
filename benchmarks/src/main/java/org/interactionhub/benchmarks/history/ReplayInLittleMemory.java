package org.interactionhub.benchmarks.history;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.interactionhub.queries.history.Rebuild;

/** A process of its own that rebuilds the history and tells how much it holds while it reads. */
final class ReplayInLittleMemory {

    /** In front of every line that is meant for whoever started it. */
    static final String SAYS = "@ ";

    private static final int CONNECTIONS = 10;
    private static final int PAUSE_MILLIS = 200;

    private ReplayInLittleMemory() {}

    /** @param arguments the database; the password of {@code hub_query} is the first line of the input */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        HikariDataSource query = new HikariDataSource();
        query.setJdbcUrl(arguments[0]);
        query.setUsername("hub_query");
        try (Scanner input = new Scanner(System.in, StandardCharsets.UTF_8)) {
            query.setPassword(input.nextLine());
        }
        query.setMaximumPoolSize(CONNECTIONS);
        try (HubHistory history = new HubHistory(query)) {
            rebuild(history.rebuild(), history.log().head());
        }
    }

    private static void rebuild(Rebuild rebuild, long head) throws InterruptedException {
        AtomicReference<Throwable> failed = new AtomicReference<>();
        Thread running = Thread.ofPlatform().name("rebuild").start(() -> {
            try {
                rebuild.run();
            } catch (InterruptedException | RuntimeException | OutOfMemoryError e) {
                failed.set(e);
            }
        });
        say(heapBetween(head / 10, head / 10 * 4, rebuild, running));
        say(heapBetween(head / 10 * 7, head, rebuild, running));
        running.join();
        if (failed.get() != null) {
            throw new IllegalStateException("The rebuild failed.", failed.get());
        }
    }

    /**
     * What it cannot do without: the least of all looks on the way, since pages that are under way come and go, and a few
     * looks close together see the same ones.
     */
    private static double heapBetween(long from, long to, Rebuild rebuild, Thread running) throws InterruptedException {
        while (rebuild.position() < from && running.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        double least = Double.MAX_VALUE;
        do {
            System.gc();
            least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } while (rebuild.position() < to && running.isAlive());
        return least;
    }

    private static void say(double value) {
        System.out.println(SAYS + value);
    }
}
