package org.interactionhub.benchmarks.soak;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.interactionhub.benchmarks.frame.SeparateHub;

/** Kills the hub, its PostgreSQL or both with -9 at random moments, half the time in the middle of a rebuild, and starts it again. */
final class Killer {

    private static final int SHORTEST_REST = 6;
    private static final int LONGEST_REST = 20;
    private static final int LONGEST_START = 9;
    private static final long UP_MILLIS = 120_000;
    private static final long GLANCE_MILLIS = 100;

    private final SeparateHub hub;
    private final Random random;
    private final PrintWriter out;
    private final Map<Victim, Integer> kills = new EnumMap<>(Victim.class);

    /** Who dies. */
    enum Victim {
        HUB, POSTGRES, BOTH
    }

    Killer(SeparateHub hub, long seed, PrintWriter out) {
        this.hub = hub;
        this.random = new Random(seed);
        this.out = out;
    }

    Map<Victim, Integer> kills() {
        return kills;
    }

    /** Goes on until then, and returns when the hub is up. */
    void run(long untilNanoTime) throws IOException, InterruptedException {
        while (System.nanoTime() < untilNanoTime) {
            if (random.nextBoolean()) {
                hub.send("/api/replays", request -> request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"projection\":\"timeline\"}")));
            }
            TimeUnit.MILLISECONDS.sleep(random.nextLong(1000L * SHORTEST_REST, 1000L * LONGEST_REST));
            kill(Victim.values()[random.nextInt(Victim.values().length)]);
            if (hub.isDead() && random.nextInt(4) == 0) { // once more while it starts
                hub.startAgain();
                TimeUnit.MILLISECONDS.sleep(random.nextLong(1000L * LONGEST_START));
                kill(Victim.HUB);
            }
            if (hub.isDead()) {
                hub.startAgain();
            }
            awaitUp();
        }
    }

    private void kill(Victim victim) throws InterruptedException {
        kills.merge(victim, 1, Integer::sum);
        switch (victim) {
            case HUB -> hub.kill();
            case POSTGRES -> hub.killPostgres();
            case BOTH -> {
                hub.kill();
                hub.killPostgres();
            }
        }
    }

    private void awaitUp() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!hub.isUp()) {
            if (System.nanoTime() - begun > TimeUnit.MILLISECONDS.toNanos(UP_MILLIS)) {
                throw new IOException("The hub is not up %d s after a kill.".formatted(UP_MILLIS / 1000));
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
        out.printf("  %s killed so far; up after %.1f s%n", kills, (System.nanoTime() - begun) / 1e9);
    }
}
