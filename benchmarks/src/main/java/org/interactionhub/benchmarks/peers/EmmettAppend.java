package org.interactionhub.benchmarks.peers;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.interactionhub.benchmarks.frame.Ground;
import org.interactionhub.benchmarks.frame.LegWatch;
import org.interactionhub.benchmarks.frame.Variant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Emmett's PostgreSQL event store in a Node of its own, with the indexes for polling that 0.42.3 adds. Either every fact
 * is a stream of its own, or many facts go to one stream by one append, which is more than our clients' contacts allow.
 */
public final class EmmettAppend implements Variant {

    public static final String SINGLE = "Emmett, one event a stream";
    public static final String BATCH = "Emmett, 500 an append";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final int size;
    private final int callers;
    private final Ground ground;
    private final NodePackage emmett;
    private final Path facts;
    private final String database;
    private @Nullable Process process;
    private @Nullable BufferedReader answers;

    private EmmettAppend(String name, int size, int callers, Ground ground, List<PeerEvent> facts) throws IOException {
        this.name = name;
        this.size = size;
        this.callers = callers;
        this.ground = ground;
        this.emmett = NodePackage.install("emmett");
        this.database = "emmett_" + size;
        this.facts = ground.directory().resolve(database + ".json");
        Files.write(this.facts, facts.stream().map(JSON::writeValueAsString).toList());
    }

    /** Sixteen appends under way at once. */
    public static EmmettAppend single(Ground ground, List<PeerEvent> facts) throws IOException {
        return new EmmettAppend(SINGLE, 1, 16, ground, facts);
    }

    /** Four appends under way at once. */
    public static EmmettAppend batches(Ground ground, List<PeerEvent> facts) throws IOException {
        return new EmmettAppend(BATCH, 500, 4, ground, facts);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(int round) throws IOException, SQLException {
        end();
        ground.database().create(database);
        String address = "postgresql://hub_admin:%s@127.0.0.1:%d/%s".formatted(
                ground.database().passwordOf("hub_admin"), ground.database().port(), database);
        Process started = emmett.start("append.mjs", address, facts.toString(), Integer.toString(size),
                Integer.toString(callers), Long.toString(ground.effort().longest().toSeconds()));
        process = started;
        answers = started.inputReader(StandardCharsets.UTF_8);
        answer();
    }

    @Override
    public long work(LegWatch watch) throws IOException {
        say();
        return Long.parseLong(answer());
    }

    private void say() throws IOException {
        if (process != null) {
            BufferedWriter words = process.outputWriter(StandardCharsets.UTF_8);
            words.newLine();
            words.flush();
        }
    }

    private String answer() throws IOException {
        String line = answers == null ? null : answers.readLine();
        if (line == null) {
            throw new IOException("Emmett's process ended; it said why above.");
        }
        return line;
    }

    @Override
    public List<String> check(long events) throws IOException, SQLException {
        try (Connection connection = ground.database().adminOf(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM emt_messages")) {
            row.next();
            return row.getLong(1) == events
                    ? List.of()
                    : List.of("%d events instead of %d.".formatted(row.getLong(1), events));
        }
    }

    @Override
    public void close() throws IOException {
        end();
    }

    private void end() throws IOException {
        if (process != null) {
            say();
            process.onExit().join();
            process = null;
        }
    }
}
