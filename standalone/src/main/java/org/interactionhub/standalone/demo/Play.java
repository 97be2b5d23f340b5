package org.interactionhub.standalone.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.interactionhub.events.InteractionReport;
import tools.jackson.databind.JsonNode;

/** Hands deliveries to the inlets and waits until the hub has taken them. */
final class Play {

    /** As many as a busy day brings at once. */
    private static final int AT_ONCE = 12;
    private static final long GLANCE_MILLIS = 25;
    private static final int PATIENCE = 2_400;

    private final Door door;
    private final boolean resumed;

    /** @param resumed asks first what came through before the play was interrupted */
    Play(Door door, boolean resumed) {
        this.door = door;
        this.resumed = resumed;
    }

    /**
     * Lanes go on at the same time; each is kept in order.
     *
     * @return the last position of the log that was written for them, 0 if none was
     */
    long deliver(List<List<Delivery>> lanes) throws IOException, InterruptedException {
        inParallel(lanes.stream().<Callable<Long>>map(lane -> () -> {
            for (Delivery delivery : lane) {
                if (!isThroughAlready(delivery)) {
                    door.deliver(delivery);
                }
            }
            return 0L;
        }).toList());
        return inParallel(lanes.stream().flatMap(List::stream).flatMap(delivery -> delivery.reports().stream())
                .<Callable<Long>>map(report -> () -> awaited(report)).toList());
    }

    private boolean isThroughAlready(Delivery delivery) throws IOException, InterruptedException {
        if (!resumed) {
            return false;
        }
        for (InteractionReport report : delivery.reports()) {
            if (door.find(receipt(report)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private long awaited(InteractionReport report) throws IOException, InterruptedException {
        for (int left = PATIENCE; left > 0; left--) {
            Optional<JsonNode> found = door.find(receipt(report));
            if (found.isPresent()) {
                return found.get().path("position").asLong(0);
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
        throw new IOException(
                "The hub took a message and has not recorded it after a minute; /actuator/health says why.");
    }

    private static String receipt(InteractionReport report) {
        return "/api/receipts/" + report.reportId();
    }

    private static long inParallel(List<Callable<Long>> tasks) throws IOException, InterruptedException {
        try (ExecutorService crew = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            long last = 0;
            List<Future<Long>> running = new ArrayList<>();
            tasks.forEach(task -> running.add(crew.submit(task)));
            for (Future<Long> one : running) {
                last = Math.max(last, one.get());
            }
            return last;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }
}
