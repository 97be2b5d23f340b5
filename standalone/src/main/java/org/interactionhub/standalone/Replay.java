package org.interactionhub.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import org.interactionhub.standalone.datadir.DataDirectory;
import org.interactionhub.standalone.datadir.Ports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the running hub to build a view anew from its first event, and tells how far it is until it is done; if one runs
 * already, follows that.
 */
record Replay(PrintWriter out, PrintWriter err) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long GLANCE_MILLIS = 500;
    private static final int CONFLICT = 409;
    private static final int WHOLE = 100;

    int run(String projection) throws IOException, InterruptedException {
        Path directory = Path.of(System.getenv().getOrDefault("HUB_DATA", "data"));
        Optional<Ports> hub = Ports.of(new DataDirectory(directory));
        if (hub.isEmpty()) {
            err.println("No hub is up on " + directory + ". Start it with ./hub up.");
            return 1;
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return follow(http, URI.create(hub.get().address() + "/api/replays"), projection);
        }
    }

    private int follow(HttpClient http, URI replays, String projection) throws IOException, InterruptedException {
        JsonNode replay = ask(http, HttpRequest.newBuilder(replays).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("projection", projection))))
                .build());
        if (replay.path("status").asInt(0) == CONFLICT) {
            print(replay);
            replay = running(ask(http, HttpRequest.newBuilder(replays).build()), projection).orElse(replay);
        }
        while (replay.path("state").asString("").equals("running")) {
            print(replay);
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            replay = ask(http, HttpRequest
                    .newBuilder(URI.create(replays + "/" + replay.path("id").asString())).build());
        }
        print(replay);
        boolean done = replay.path("state").asString("").equals("done");
        if (done && replay.has("rows")) {
            out.println(replays.resolve("/views/" + projection));
        }
        return done ? 0 : 1;
    }

    private static Optional<JsonNode> running(JsonNode all, String projection) {
        return all.path("items").valueStream().filter(replay -> replay.path("state").asString("").equals("running")
                && replay.path("projection").asString("").equals(projection)).findFirst();
    }

    /** A refusal has no state; its sentence is printed in place of progress. */
    private void print(JsonNode replay) {
        if (replay.has("detail")) {
            out.println(replay.path("detail").asString());
        } else if (replay.has("rows")) {
            printView(replay);
        } else {
            printHistory(replay);
        }
        if (replay.has("reason")) {
            out.println(replay.path("reason").asString());
        }
    }

    private void printView(JsonNode replay) {
        String state = replay.path("state").asString();
        out.printf("%s: %s, %d rows%s%n", replay.path("projection").asString(),
                state.equals("running") ? replay.path("phase").asString() : state, replay.path("rows").asLong(),
                replay.path("position").asLong() > 0 ? ", as of position " + replay.path("position").asLong() : "");
    }

    private void printHistory(JsonNode replay) {
        String state = replay.path("state").asString();
        StringJoiner line = new StringJoiner(", ");
        line.add(state.equals("running") ? replay.path("phase").asString(state) : state);
        if (replay.has("share")) {
            line.add((int) (replay.path("share").asDouble() * WHOLE) + " % of the whole");
        }
        line.add("position %d of %d".formatted(replay.path("position").asLong(), replay.path("head").asLong()));
        if (replay.has("resumedFrom")) {
            line.add("resumed at position " + replay.path("resumedFrom").asLong());
        }
        line.add(replay.path("eventsPerSecond").asLong() + " events/s");
        if (replay.has("etaSeconds")) {
            line.add(replay.path("etaSeconds").asLong() + " s to go");
        }
        out.println(replay.path("projection").asString() + ": " + line);
    }

    private static JsonNode ask(HttpClient http, HttpRequest request) throws IOException, InterruptedException {
        return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }
}
