package org.interactionhub.benchmarks.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.interactionhub.benchmarks.frame.LegWatch;
import org.interactionhub.benchmarks.frame.Variant;
import org.interactionhub.benchmarks.peers.HistoryDefinition;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ContactPointId;
import org.interactionhub.events.ThreadId;

/** The floor: INSERT ... SELECT by hand from the log into the same tables in a schema of their own, keys and indexes last. */
final class FloorRebuild implements Variant {

    static final String NAME = "floor: INSERT ... SELECT";

    private static final List<String> COMPARED = List.of("interaction_fact", "interaction", "participant",
            "contact_point", "contact_point_link", "client", "client_identity", "account_facts");

    private final BenchDatabase database;
    private final Connection connection;
    private final HistoryDefinition definition = HistoryDefinition.read();
    private final List<String> script = script();
    private final long events;
    private int round;

    FloorRebuild(BenchDatabase database, Past past, long events) throws IOException, SQLException {
        this.database = database;
        this.events = events;
        this.connection = database.adminOf("hub").getConnection();
        database.execute("DROP SCHEMA IF EXISTS floor_known CASCADE");
        database.execute("CREATE SCHEMA floor_known");
        database.execute("CREATE TABLE floor_known.known (kind text, name text, id uuid, PRIMARY KEY (kind, name))");
        remember(past);
    }

    private void remember(Past past) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement("INSERT INTO floor_known.known VALUES (?, ?, ?)")) {
            past.clients().forEach((point, client) -> {
                known(add, point.type().value(), point.value(), point.id().value());
                known(add, "stand-in", client.toString(), ContactPointId.standingFor(client).value());
            });
            past.conversations().forEach((conversation, heard) -> known(add, "thread", conversation,
                    ThreadId.of(Channel.CHAT, heard.account(), conversation).value()));
            add.executeBatch();
        }
        database.execute("ANALYZE floor_known.known");
    }

    private static void known(PreparedStatement add, String kind, String name, UUID id) {
        try {
            add.setString(1, kind);
            add.setString(2, name);
            add.setObject(3, id);
            add.addBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> script() throws IOException {
        try (InputStream script = FloorRebuild.class.getResourceAsStream("floor.sql")) {
            if (script == null) {
                throw new IOException("floor.sql is missing beside " + FloorRebuild.class.getName());
            }
            return List.of(new String(script.readAllBytes(), StandardCharsets.UTF_8).strip().split(";\\s*"));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare(int number) throws SQLException {
        round = number;
        database.execute("DROP SCHEMA IF EXISTS floor CASCADE");
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO floor, floor_known");
            statement.execute("SET work_mem = '64MB'");
            statement.execute("SET maintenance_work_mem = '256MB'");
        }
    }

    @Override
    public long work(LegWatch watch) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA floor");
            definition.makeTables(connection);
            List<String> keys = keys();
            for (String key : keys) {
                statement.execute(key.substring(0, key.indexOf(" ADD ")).concat(dropped(key)));
            }
            for (String insert : script) {
                statement.execute(insert);
            }
            for (String key : keys) {
                statement.execute(key);
            }
            definition.makeIndexes(connection);
        }
        connection.commit();
        return events;
    }

    /** Statements that add the primary keys: made like the indexes when all rows are there. */
    private List<String> keys() throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement(); var row = statement.executeQuery("""
                SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
                    pg_get_constraintdef(oid))
                FROM pg_constraint WHERE contype = 'p' AND connamespace = 'floor'::regnamespace""")) {
            while (row.next()) {
                keys.add(row.getString(1));
            }
        }
        return keys;
    }

    private static String dropped(String key) {
        return " DROP CONSTRAINT " + key.split(" ADD CONSTRAINT ")[1].split(" ")[0];
    }

    /** Once: the rows of the hub's own rebuild, which had its turn before, are the same as these. */
    @Override
    public List<String> check(long done) throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (String table : round == 1 ? COMPARED : List.<String>of()) {
            if (!sum("floor", table).equals(sum("history", table))) {
                wrong.add("The hub's " + table + " differs.");
            }
        }
        return wrong;
    }

    private String sum(String schema, String table) throws SQLException {
        return database.text("""
                SELECT count(*) || ' ' || coalesce(sum(hashtextextended((to_jsonb(t) - 'words')::text, 0)::numeric), 0)
                FROM %s.%s t""".formatted(schema, table));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.execute("DROP SCHEMA IF EXISTS floor CASCADE");
        database.execute("DROP SCHEMA IF EXISTS floor_known CASCADE");
    }
}
