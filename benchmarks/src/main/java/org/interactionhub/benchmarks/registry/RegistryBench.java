package org.interactionhub.benchmarks.registry;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.interactionhub.benchmarks.frame.SeparateHub;
import org.interactionhub.benchmarks.frame.Series;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.queries.history.History;
import org.interactionhub.queries.timeline.Timeline;
import org.interactionhub.queries.timeline.TimelineController;
import org.interactionhub.queries.timeline.TimelineQuestion;
import org.interactionhub.queries.timeline.TimelineTable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a registry into the log of a hub, has the hub build its history from it, and asks: timelines from SQL to the folded
 * entries in this process, and everything over HTTP; first quiet, then while contacts come in.
 */
public final class RegistryBench {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double PAGE_GOAL = 20;
    private static final double WORDS_GOAL = 300;
    private static final double CARD_GOAL = 100;
    private static final int WARM_UP = 20;
    private static final int DEEP_PAGES = 1_000;
    private static final long GLANCE_MILLIS = 200;
    private static final List<Known> BY_SIZE = List.of(Registry.HUNDRED, Registry.THOUSAND, Registry.TEN_THOUSAND,
            Registry.TENTH, Registry.PERSON, Registry.ORGANISATION);

    private final SeparateHub hub;
    private final Registry registry;
    private final int interactions;
    private final int runs;
    private final double perSecond;
    private final PrintWriter out;
    private int told;

    /** @param perSecond contacts that come in during the second half */
    public RegistryBench(SeparateHub hub, int interactions, int runs, double perSecond, PrintWriter out) {
        this.hub = hub;
        this.registry = new Registry(interactions);
        this.interactions = interactions;
        this.runs = runs;
        this.perSecond = perSecond;
        this.out = out;
        this.told = interactions;
    }

    public RegistryReport run() throws Exception {
        fill();
        try (HikariDataSource database = hub.login("hub_query", "SET search_path TO " + History.SCHEMA + ", public")) {
            List<Asked> asked = asked(new Timeline(database, new TimelineTable(database), new EventLog(database)));
            rounds(asked, Math.min(WARM_UP, runs), false, true);
            rounds(asked, runs, false, false);
            out.println("Asked; once more while contacts come in");
            whileContactsComeIn(() -> rounds(asked, runs, true, false));
            return new RegistryReport("%,d interactions, %,d clients; %d answers each, %.0f contacts a second came in."
                    .formatted(interactions, interactions / 10, runs, perSecond), asked);
        }
    }

    private void fill() throws IOException, SQLException, InterruptedException {
        long begun = System.nanoTime();
        try (Connection halted = haltHistory();
                HikariDataSource command = hub.login("hub_command", null);
                EventStore store = new EventStore(command)) {
            long last = registry.fill(store);
            try (Statement statement = halted.createStatement()) {
                statement.execute("ANALYZE store.event");
            }
            out.printf("The log holds %,d events after %d s%n", last, seconds(begun));
            rebuild(halted);
        }
        settle();
        out.printf("The history is built after %d s%n", seconds(begun));
    }

    /** The hub's own loop waits for the rebuild, so that nothing is written twice. */
    private Connection haltHistory() throws SQLException, IOException {
        Connection connection = hub.database(hub.ports().orElseThrow());
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT FROM history.progress FOR UPDATE");
        }
        return connection;
    }

    private void rebuild(Connection halted) throws IOException, InterruptedException, SQLException {
        String replay = hub.answer("/api/replays", "{\"projection\": \"timeline\"}").path("id").asString();
        JsonNode state = hub.json("/api/replays/" + replay);
        while (state.path("state").asString().equals("running")) {
            if (List.of("catching-up", "swapping").contains(state.path("phase").asString()) && !halted.isClosed()) {
                halted.close();
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            state = hub.json("/api/replays/" + replay);
        }
        if (!state.path("state").asString().equals("done")) {
            throw new IOException("The history was not built: " + state);
        }
    }

    /** Whoever follows the history has caught up, and pages are known to be visible to all, as some time after a rebuild. */
    private void settle() throws SQLException, IOException, InterruptedException {
        try (Connection connection = hub.database(hub.ports().orElseThrow());
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM history.participant, history.interaction_fact, history.client");
        }
        while (hub.json("/api/processors").path("items").valueStream()
                .anyMatch(processor -> processor.path("behind").asLong() > 0)) {
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
    }

    private static long seconds(long begun) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
    }

    private List<Asked> asked(Timeline timeline) throws IOException, InterruptedException {
        List<Asked> asked = new ArrayList<>();
        for (Known client : BY_SIZE) {
            String name = name(client);
            asked.add(page(timeline, "page of " + name, client.id(), null, null, null, PAGE_GOAL));
            asked.add(page(timeline, "page of calls of " + name, client.id(), null, Channel.PHONE, null, PAGE_GOAL));
        }
        for (Known client : List.of(Registry.TENTH, Registry.PERSON, Registry.ORGANISATION)) {
            asked.add(page(timeline, "deep page of " + name(client), client.id(), deep(timeline, client.id()), null,
                    null, PAGE_GOAL));
        }
        words().forEach((kind, q) -> {
            for (Known client : List.of(Registry.TENTH, Registry.PERSON, Registry.ORGANISATION)) {
                asked.add(page(timeline, kind + ", " + name(client), client.id(), null, null, q, WORDS_GOAL));
            }
        });
        asked.addAll(overHttp());
        return asked;
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("rare word", Prose.RARE);
        words.put("common word", Prose.COMMON);
        words.put("word of others", Prose.ELSEWHERE);
        words.put("name", Prose.SURNAME);
        words.put("misspelt name", "Воскобойнков");
        words.put("number with a wrong digit", "4001235");
        return words;
    }

    private List<Asked> overHttp() {
        String api = "/api/clients/" + Registry.TENTH.id();
        String page = "/clients/" + Registry.TENTH.id();
        return List.of(http("HTTP: page", api + "/timeline", null),
                http("HTTP: rare word", api + "/timeline?q=" + encoded(Prose.RARE), WORDS_GOAL),
                http("HTTP: common word", api + "/timeline?q=" + encoded(Prose.COMMON), WORDS_GOAL),
                http("HTTP: misspelt name", api + "/timeline?q=" + encoded("Воскобойнков"), WORDS_GOAL),
                http("HTTP: client card", api, CARD_GOAL),
                http("HTTP: card of a house", "/api/clients/" + Registry.ORGANISATION.id(), CARD_GOAL),
                http("HTTP: portfolios", "/api/portfolios", null), http("HTTP: client list", "/api/clients", null),
                http("HTTP: clients by name", "/api/clients?q=" + encoded("соколова"), null),
                http("console: client", page, null),
                http("console: client, words", page + "?q=" + encoded(Prose.COMMON), WORDS_GOAL));
    }

    private static Asked page(Timeline timeline, String name, ClientId client, @Nullable String before,
            @Nullable Channel channel, @Nullable String q, double goal) {
        TimelineQuestion question = TimelineController.question(client.toString(), null, before,
                channel == null ? null : channel.value(), null, null, null, q, null, null, null);
        return Asked.of(name, goal, () -> timeline.page(question));
    }

    private Asked http(String name, String path, @Nullable Double goal) {
        return Asked.of(name, goal, () -> {
            HttpResponse<byte[]> answer = hub.get(path);
            if (answer.statusCode() != 200) {
                throw new IOException(path + " answers " + answer.statusCode());
            }
        });
    }

    /** Where page 1,000 begins, or the last page if there are fewer. */
    private static @Nullable String deep(Timeline timeline, ClientId client) {
        String place = null;
        String most = Integer.toString(TimelineQuestion.MOST);
        for (int passed = 0; passed < DEEP_PAGES * TimelineQuestion.DEFAULT; passed += TimelineQuestion.MOST) {
            String next = timeline.page(TimelineController.question(client.toString(), most, place, null, null, null,
                    null, null, null, null, null)).next();
            if (next == null) {
                return place;
            }
            place = next;
        }
        return place;
    }

    private String name(Known client) {
        return client.equals(Registry.HUNDRED)
                ? "100 entries"
                : client.equals(Registry.THOUSAND)
                        ? "1,000 entries"
                        : client.equals(Registry.TEN_THOUSAND)
                                ? "10,000 entries"
                                : "%,d entries at %,d addresses".formatted(interactions / 10, client.points().size());
    }

    private static void rounds(List<Asked> asked, int rounds, boolean busy, boolean warmingUp)
            throws IOException, InterruptedException {
        for (int round = 0; round < rounds; round++) {
            for (Asked one : asked) {
                one.into(warmingUp ? new Series("warm-up") : busy ? one.busy() : one.quiet());
            }
        }
    }

    private void whileContactsComeIn(Work work) throws Exception {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        Thread sender = Thread.ofVirtual().start(() -> {
            try {
                while (goesOn.get()) {
                    InteractionReport report = registry.report(told++);
                    hub.post("/intake/interactions", "application/cloudevents+json", event(report));
                    TimeUnit.MICROSECONDS.sleep((long) (1e6 / perSecond));
                }
            } catch (IOException | InterruptedException e) {
                goesOn.set(false);
            }
        });
        try {
            work.go();
        } finally {
            boolean sent = goesOn.getAndSet(false);
            sender.join();
            if (!sent) {
                out.println("The hub stopped taking contacts.");
            }
        }
    }

    /** What is done meanwhile. */
    private interface Work {
        void go() throws Exception;
    }

    private static byte[] event(InteractionReport report) {
        return JSON.writeValueAsBytes(Map.of("specversion", "1.0", "id", report.reportId().toString(), "type",
                InteractionReport.TYPE, "source", InteractionReport.source(report.channel(), report.account()),
                "datacontenttype", "application/json", "data", report));
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
