package org.interactionhub.benchmarks.pages;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.interactionhub.benchmarks.crowd.Crowd;
import org.interactionhub.benchmarks.frame.SeparateHub;
import org.interactionhub.benchmarks.frame.Series;
import tools.jackson.databind.JsonNode;

/**
 * Asks for every page in turn, round after round, so that whatever disturbs the machine disturbs all alike. One visitor,
 * whole pages as a browser gets them, without their scripts and styles.
 */
public final class PageBench {

    /** What is asked for, and how long it took. */
    private record Page(String path, Series series) {

        Page(String name, String path) {
            this(path, new Series(name));
        }
    }

    private static final int BATCH = 500;
    private static final int WARM_UP = 20;

    private final SeparateHub hub;
    private final int interactions;
    private final int runs;
    private final PrintWriter out;

    public PageBench(SeparateHub hub, int interactions, int runs, PrintWriter out) {
        this.hub = hub;
        this.interactions = interactions;
        this.runs = runs;
        this.out = out;
    }

    public PageReport run() throws IOException, InterruptedException {
        hub.run("demo");
        out.println("The demo is played");
        feed();
        List<Page> pages = pages();
        for (int round = 0; round < WARM_UP + runs; round++) {
            for (Page page : pages) {
                long took = ask(page.path());
                if (round >= WARM_UP) {
                    page.series().add(took);
                }
            }
        }
        return new PageReport(pages.stream().map(Page::series).toList());
    }

    private void feed() throws IOException, InterruptedException {
        Crowd crowd = new Crowd(Clock.systemUTC().instant());
        long start = System.nanoTime();
        for (int first = 0; first < interactions; first += BATCH) {
            hub.post("/intake/interactions", "application/cloudevents-batch+json",
                    crowd.batch(first, Math.min(BATCH, interactions - first)));
        }
        while (shown() < interactions) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        out.printf("%d interactions were sent and are shown after %d s%n", interactions,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
    }

    private long shown() throws IOException, InterruptedException {
        long shown = 0;
        for (JsonNode account : hub.json("/api/accounts").path("items")) {
            shown += account.path("account").asString().equals("crowd") ? account.path("shown").asLong() : 0;
        }
        return shown;
    }

    private List<Page> pages() throws IOException, InterruptedException {
        String busiest = "/clients/" + idOf(Crowd.BUSIEST);
        List<Page> pages = new ArrayList<>(List.of(new Page("clients", "/"),
                new Page("clients-by-phone", "/?q=001234"), new Page("clients-by-name", "/?q=" + word("соколова")),
                new Page("clients-of-segment", "/?segment=silent"),
                new Page("client", "/clients/" + idOf("person1234@crowd.example")),
                new Page("client-busiest", busiest),
                new Page("client-busiest-filtered", busiest + "?channel=phone&direction=inbound"),
                new Page("client-busiest-words", busiest + "?q=" + word("котельную")),
                new Page("palette", "/palette?q=001234"), new Page("arrivals", "/arrivals"),
                new Page("arrivals-dead-lettered", "/arrivals?verdict=dead-lettered"),
                new Page("segments", "/segments"), new Page("segment", "/segments/silent"), new Page("views", "/views"),
                new Page("view", "/views/contacts-by-channel-and-month"), new Page("operations", "/operations")));
        for (String place : List.of("dead-letters", "accounts", "processors", "replays")) {
            pages.add(new Page(place, "/operations/" + place));
        }
        return pages;
    }

    private static String word(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private String idOf(String mail) throws IOException, InterruptedException {
        return hub.json("/api/clients?q=" + mail).path("items").path(0).path("id").asString();
    }

    private long ask(String page) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = hub.get(page);
        long took = System.nanoTime() - start;
        if (answer.statusCode() != 200) {
            throw new IOException(page + " answers " + answer.statusCode());
        }
        return took;
    }
}
