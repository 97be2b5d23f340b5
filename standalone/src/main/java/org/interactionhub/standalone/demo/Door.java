package org.interactionhub.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The running hub as the world outside knows it: by HTTP. */
final class Door implements AutoCloseable {

    private static final int ACCEPTED = 202;
    private static final int BUSY = 503;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PATIENCE = 20;
    private static final long PAUSE_MILLIS = 500;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    Door(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    /** Hands it to its inlet, again and again as long as the hub is too busy for it. */
    void deliver(Delivery delivery) throws IOException, InterruptedException {
        post(delivery.path(), delivery.contentType(), delivery.body());
    }

    void post(String path, String contentType, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path)).header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        HttpResponse<byte[]> answer = send(request);
        for (int left = PATIENCE; answer.statusCode() == BUSY && left > 0; left--) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            answer = send(request);
        }
        demand(path, answer, answer.statusCode() == ACCEPTED);
    }

    /** What the hub answers to a command of staff; nothing if it says that this is told already. */
    Optional<JsonNode> tell(String path, Map<String, Object> body, String actor)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json")
                .header("Hub-Actor", URLEncoder.encode(actor, StandardCharsets.UTF_8).replace("+", "%20"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(Library.JSON.writeValueAsBytes(body))).build());
        if (answer.statusCode() == CONFLICT) {
            return Optional.empty();
        }
        demand(path, answer, answer.statusCode() / 100 == 2);
        return Optional.of(Library.JSON.readTree(answer.body()));
    }

    JsonNode ask(String path) throws IOException, InterruptedException {
        return find(path).orElseThrow(() -> new IOException("The hub has nothing at " + path + "."));
    }

    Optional<JsonNode> find(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(uri(path)).build());
        if (answer.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        demand(path, answer, answer.statusCode() == 200);
        return Optional.of(Library.JSON.readTree(answer.body()));
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private URI uri(String path) {
        return URI.create(address + path);
    }

    private static void demand(String path, HttpResponse<byte[]> answer, boolean good) throws IOException {
        if (!good) {
            throw new IOException("The hub answered " + answer.statusCode() + " to " + path + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
