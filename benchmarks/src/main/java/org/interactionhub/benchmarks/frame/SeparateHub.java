package org.interactionhub.benchmarks.frame;

import com.zaxxer.hikari.HikariDataSource;
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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.interactionhub.standalone.datadir.DataDirectory;
import org.interactionhub.standalone.datadir.Ports;
import org.interactionhub.standalone.datadir.Secrets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hub in a process of its own, started by the script as a person would, on data that go with it. */
public final class SeparateHub implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final long GLANCE_MILLIS = 20;
    private static final int CONNECTIONS = 4;
    private static final String ADMIN = "hub_admin";

    private final Path script;
    private final Path data;
    private final Map<String, String> environment;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;
    private boolean kept;

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
        hub.awaitUp();
        out.println("A hub of its own is up: " + hub.address);
        return hub;
    }

    private void awaitUp() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IOException("The hub does not come up; './hub up' tells why.");
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
    }

    /** As {@code kill -9} does: nothing is put in order, and its PostgreSQL lives on alone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Its PostgreSQL, as {@code kill -9} does; a hub that lives starts it again. */
    public void killPostgres() {
        Ports.of(new DataDirectory(data)).flatMap(ports -> ProcessHandle.of(ports.postmasterPid()))
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    public boolean isDead() {
        return !process.isAlive();
    }

    /** Where its data are. */
    public Path data() {
        return data;
    }

    /** Whether they stay when it is closed. */
    public void keepData(boolean keep) {
        kept = keep;
    }

    /** Where it takes mail, whether it is up or not. */
    public int smtp() {
        return Integer.parseInt(environment.getOrDefault("HUB_SMTP_PORT", ""));
    }

    /**
     * Sends a request and gives whatever is answered.
     *
     * @param headers names and values in turn
     * @throws IOException if nothing is answered
     */
    public HttpResponse<byte[]> send(String path, UnaryOperator<HttpRequest.Builder> request, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder builder = request
                .apply(HttpRequest.newBuilder(address.resolve(path)).timeout(SILENCE));
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return http.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** After {@link #kill()}: starts it once more on the same data. {@link #isUp()} tells when it answers. */
    public void startAgain() throws IOException {
        process = start("up");
    }

    /** Whether it says of itself that it is well. */
    public boolean isUp() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IOException("The hub ended; './hub up' tells why.");
        }
        return answers();
    }

    /** Its embedded servers' ports; nothing as long as it is not up, or if it was killed and comes up again. */
    public Optional<Ports> ports() {
        return Ports.of(new DataDirectory(data)).filter(ports -> ports.hubPid() == process.pid());
    }

    /** As the superuser, to its database. */
    public Connection database(Ports ports) throws SQLException, IOException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/hub", ADMIN,
                Secrets.in(new DataDirectory(data).secrets()).passwordOf(ADMIN));
    }

    /**
     * A pool of connections to its database, to be closed by the caller.
     *
     * @param login {@code hub_command} or {@code hub_query}
     * @param first said on each connection before all else, null for nothing
     */
    public HikariDataSource login(String login, @Nullable String first) throws IOException {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + ports().orElseThrow().postgres() + "/hub");
        pool.setUsername(login);
        pool.setPassword(Secrets.in(new DataDirectory(data).secrets()).passwordOf(login));
        pool.setConnectionInitSql(first);
        pool.setMaximumPoolSize(CONNECTIONS);
        return pool;
    }

    /** The server-sent events of a page, line by line, as they come. */
    public Stream<String> listen(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address.resolve(path)).header("Accept", "text/event-stream").build(),
                HttpResponse.BodyHandlers.ofLines()).body();
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

    /** Tells it something in JSON and gives what it answers. */
    public JsonNode answer(String path, String json) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(path,
                request -> request.POST(HttpRequest.BodyPublishers.ofString(json)), "Content-Type", "application/json");
        if (answer.statusCode() >= 300) {
            throw new IOException(path + " answers " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
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
        if (!process.isAlive()) { // a killed hub leaves its PostgreSQL behind
            Ports.of(new DataDirectory(data)).flatMap(ports -> ProcessHandle.of(ports.postmasterPid()))
                    .ifPresent(ProcessHandle::destroy);
        }
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow(); // a stream that was listened to may still be open
        if (kept) {
            return;
        }
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
