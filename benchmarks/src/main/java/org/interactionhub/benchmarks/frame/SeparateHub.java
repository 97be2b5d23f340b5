package org.interactionhub.benchmarks.frame;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hub in a process of its own, started by the script as a person would, on data that go with it. */
public final class SeparateHub implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path script;
    private final Path data;
    private final Map<String, String> environment;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;

    private SeparateHub(Path script, Path data) throws IOException {
        int port = freePort();
        this.script = script;
        this.data = data;
        this.environment = Map.of("HUB_DATA", data.toString(), "HUB_HTTP_PORT", Integer.toString(port),
                "HUB_SMTP_PORT", Integer.toString(freePort()));
        this.address = URI.create("http://localhost:" + port);
        this.process = start("up");
    }

    /** Returns when it answers. */
    public static SeparateHub start(PrintWriter out) throws IOException, InterruptedException {
        Path script = Path.of(System.getProperty("hub.script", "hub"));
        SeparateHub hub = new SeparateHub(script, Files.createTempDirectory("hub-bench"));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!hub.answers()) {
            if (!hub.process.isAlive() || System.nanoTime() > end) {
                hub.close();
                throw new IOException("The hub does not come up; './hub up' tells why.");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        out.println("A hub of its own is up: " + hub.address);
        return hub;
    }

    /** Runs a command of the script against this hub to its end. */
    public void run(String command) throws IOException, InterruptedException {
        int exit = start(command).waitFor();
        if (exit != 0) {
            throw new IOException("./hub " + command + " ended with " + exit);
        }
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address.resolve(path)).header("Accept-Language", "ru").build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** @throws IOException if the hub does not say yes */
    public void post(String path, String contentType, byte[] body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return get("/actuator/health").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Process start(String command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(script.toString(), command));
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).redirectOutput(data.resolve(command + ".log").toFile()).start();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(SeparateHub::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
