package org.interactionhub.benchmarks.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.interactionhub.benchmarks.crowd.Crowd;
import org.interactionhub.benchmarks.frame.SeparateHub;
import org.interactionhub.benchmarks.store.ReportTopic;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.standalone.datadir.Ports;

/** Reports that pile up in front of a hub whose log is kept shut, and how it works them off. */
final class Pile {

    private static final long GLANCE_MILLIS = 10;

    private final SeparateHub hub;
    private final int size;
    private final Crowd crowd = new Crowd(Clock.systemUTC().instant());
    private int told;

    /** @param size reports a time */
    Pile(SeparateHub hub, int size) {
        this.hub = hub;
        this.size = size;
    }

    /**
     * How a pile was worked off.
     *
     * @param ready seconds from the start of the hub until it said that it was well; 0 if it was up all the time
     * @param first seconds until more reports were durable than before
     * @param perSecond from then on
     * @param wrong what is not in the log as it should be
     */
    record Drained(double ready, double first, double seconds, double perSecond, List<String> wrong) {}

    /** By a hub that is up and warm. */
    Drained byWarmHub() throws Exception {
        long before;
        Connection gate = shutGate();
        try {
            before = durable(gate);
            pileUp();
        } finally {
            gate.close();
        }
        return watch(before, System.nanoTime(), true);
    }

    /** By a hub that was killed with all of it still to do. */
    Drained byKilledHub() throws Exception {
        long before;
        Connection gate = shutGate();
        try {
            before = durable(gate);
            pileUp();
            hub.kill();
        } finally {
            gate.close();
        }
        long begun = System.nanoTime();
        hub.startAgain();
        return watch(before, begun, false);
    }

    private Connection shutGate() throws SQLException, IOException {
        Connection gate = hub.database(hub.ports().orElseThrow());
        gate.setAutoCommit(false);
        try (Statement statement = gate.createStatement()) {
            statement.execute("SELECT FROM store.append_gate FOR UPDATE");
        }
        return gate;
    }

    private void pileUp() throws ExecutionException, InterruptedException {
        List<InteractionReport> reports = IntStream.range(told, told + size).mapToObj(crowd::report).toList();
        told += size;
        ReportTopic.filled("127.0.0.1:" + hub.ports().orElseThrow().kafka(), reports);
    }

    private Drained watch(long before, long begun, boolean up) throws Exception {
        long ready = up ? begun : 0;
        Connection database = null;
        try {
            while (ready == 0 || database == null) {
                ready = ready == 0 && hub.isUp() ? System.nanoTime() : ready;
                Optional<Ports> ports = hub.ports();
                database = database == null && ports.isPresent() ? hub.database(ports.get()) : database;
                TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            }
            return watch(database, before, begun, ready);
        } finally {
            if (database != null) {
                database.close();
            }
        }
    }

    private Drained watch(Connection database, long before, long begun, long ready) throws Exception {
        long now = awaitBeyond(database, before);
        long first = System.nanoTime();
        awaitBeyond(database, told - 1L);
        long last = System.nanoTime();
        while (number(database,
                "SELECT (SELECT max(position) FROM store.event) - position FROM history.progress") > 0) {
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
        return new Drained((ready - begun) / 1e9, (first - begun) / 1e9, (last - first) / 1e9,
                (told - now) * 1e9 / (last - first), wrong(database));
    }

    private static long awaitBeyond(Connection database, long records) throws SQLException, InterruptedException {
        long durable = durable(database);
        while (durable <= records) {
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            durable = durable(database);
        }
        return durable;
    }

    private List<String> wrong(Connection database) throws SQLException {
        List<String> wrong = new ArrayList<>();
        long originals = number(database, "SELECT count(*) FROM store.original");
        if (originals != told) {
            wrong.add("%d originals of %d reports.".formatted(originals, told));
        }
        if (number(database, "SELECT max(position) - count(*) FROM store.event") != 0) {
            wrong.add("The log has gaps.");
        }
        return wrong;
    }

    private static long durable(Connection database) throws SQLException {
        return number(database, "SELECT coalesce(sum(next_offset), 0) FROM store.kafka_offset");
    }

    private static long number(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
