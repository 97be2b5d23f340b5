package org.interactionhub.benchmarks.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.interactionhub.benchmarks.crowd.Crowd;
import org.interactionhub.benchmarks.frame.SeparateHub;
import org.interactionhub.events.InteractionReport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole hub in a process of its own, told of contacts over HTTP, with the busiest client's timeline open. */
final class HubTimeline {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String INTAKE = "/intake/interactions";
    private static final String DATA = "data:";
    /** So many that what is sent at once is synced to disk at once. */
    private static final int SENDERS = 64;
    private static final long GLANCE_MILLIS = 20;
    /** Beyond all numbers that are told in order; a multiple of ten is the busiest client's. */
    private static final int HERS = 1_000_000_000;
    private static final int TENTH = 10;

    private final SeparateHub hub;
    private final Crowd crowd = new Crowd(Clock.systemUTC().instant());
    private int told;
    private int hers;

    HubTimeline(SeparateHub hub) {
        this.hub = hub;
    }

    /** As many contacts as it takes one by one in this time, to the last one shown. */
    double capacity(Duration length) throws Exception {
        int before = told;
        long begun = System.nanoTime();
        AtomicInteger failed = new AtomicInteger();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int sender = 0; sender < SENDERS; sender++) {
                senders.execute(() -> {
                    try {
                        while (System.nanoTime() - begun < length.toNanos()) {
                            post(next());
                        }
                    } catch (IOException | InterruptedException e) {
                        failed.incrementAndGet();
                    }
                });
            }
        }
        if (failed.get() > 0) {
            throw new IOException("The hub did not accept what it was told.");
        }
        awaitShown();
        return (told - before) * 1e9 / (System.nanoTime() - begun);
    }

    private void awaitShown() throws IOException, InterruptedException {
        while (shown() < told + hers) {
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
    }

    private long shown() throws IOException, InterruptedException {
        long shown = 0;
        for (JsonNode account : hub.json("/api/accounts").path("items")) {
            shown += account.path("account").asString().equals("crowd") ? account.path("shown").asLong() : 0;
        }
        return shown;
    }

    /** Sends at this rate, every other one the busiest client's; hers by mail or chat are watched for on her timeline. */
    Lags lags(Paced pace) throws Exception {
        Lags lags = new Lags();
        String client = hub.json("/api/clients?q=" + Crowd.BUSIEST).path("items").path(0).path("id").asString();
        try (Stream<String> lines = hub.listen("/api/clients/" + client + "/timeline/stream")) {
            Thread.ofVirtual().start(() -> listen(lines, lags));
            pace.send(0, number -> {
                InteractionReport next = number % 2 == 0 ? nextOfHers() : next();
                post(next);
                if (next.participants().getFirst().value().equals(Crowd.BUSIEST)) {
                    lags.accepted(next.interactionId().toString());
                }
            });
            lags.awaitAll(Duration.ofSeconds(10));
        }
        awaitShown();
        return lags;
    }

    private static void listen(Stream<String> lines, Lags lags) {
        try {
            lines.filter(line -> line.startsWith(DATA))
                    .forEach(line -> lags.seen(interaction(line.substring(DATA.length()))));
        } catch (UncheckedIOException closed) {
            // everything was seen that was waited for
        }
    }

    private static String interaction(String json) {
        return JSON.readTree(json).path("interactionId").asString();
    }

    private synchronized InteractionReport next() {
        return crowd.report(told++);
    }

    private synchronized InteractionReport nextOfHers() {
        return crowd.report(HERS + TENTH * hers++);
    }

    private void post(InteractionReport contact) throws IOException, InterruptedException {
        hub.post(INTAKE, "application/cloudevents+json", Crowd.message(contact));
    }
}
