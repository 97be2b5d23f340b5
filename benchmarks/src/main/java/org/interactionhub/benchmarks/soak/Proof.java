package org.interactionhub.benchmarks.soak;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.interactionhub.benchmarks.frame.SeparateHub;
import org.interactionhub.events.PublishedFact;
import org.interactionhub.standalone.datadir.Ports;
import tools.jackson.databind.JsonNode;

/** Compares what the hub holds with what it said yes to. */
final class Proof {

    /** Whether a fact is on somebody's timeline: its contact has a participant whose address belongs to a client. */
    private static final String SHOWN = """
            EXISTS (SELECT FROM history.participant p JOIN history.belonging l USING (contact_point_id)
                    WHERE p.interaction_id = f.interaction_id)""";
    private static final String REPORTS = """
            SELECT f.id, count(*) FILTER (WHERE shown) FROM (
                SELECT e.stream::text AS id, %s AS shown FROM store.event e JOIN history.interaction_fact f USING (position)
                WHERE e.version = 0 AND e.stream = ANY(?)) f GROUP BY f.id"""
            .formatted(SHOWN);
    private static final String SUBJECTS = """
            SELECT subject, CASE WHEN bool_and(%s) THEN count(*) ELSE 0 END FROM history.interaction_fact f
            WHERE subject = ANY(?) GROUP BY subject""".formatted(SHOWN);
    private static final long CALM_MILLIS = 120_000;
    private static final long GLANCE_MILLIS = 200;
    private static final Duration POLL = Duration.ofSeconds(1);

    private final SeparateHub hub;
    private final Book book;
    private final List<String> faults = new ArrayList<>();

    Proof(SeparateHub hub, Book book) {
        this.hub = hub;
        this.book = book;
    }

    /** @return what is wrong, each in a sentence */
    List<String> faults() throws Exception {
        faults.addAll(book.faults());
        Ports ports = hub.ports().orElseThrow();
        try (Connection database = hub.database(ports)) {
            awaitCalm(database);
            onceEach("report", database, REPORTS, database.createArrayOf("uuid", book.receipts().toArray()),
                    book.receipts().stream().map(UUID::toString).distinct().toList());
            onceEach("mail", database, SUBJECTS, database.createArrayOf("text", book.mails().toArray()), book.mails());
            onceEach("client told by staff", database,
                    "SELECT name, count(*) FROM history.client WHERE name = ANY(?) GROUP BY name",
                    database.createArrayOf("text", book.told().stream().map(Book.Told::name).toArray()),
                    book.told().stream().map(Book.Told::name).toList());
            contiguous(database);
            outlet(ports, number(database, "SELECT max(position) FROM store.event"));
            ledger();
            rebuilt(database);
        }
        return faults;
    }

    /** Until all that was taken is in the log and shown, and nothing is rebuilt. */
    private void awaitCalm(Connection database) throws Exception {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CALM_MILLIS);
        while (number(database, "SELECT (SELECT max(position) FROM store.event) - position FROM history.progress") > 0
                || isRebuilding() || behind() > 0) {
            if (System.nanoTime() > end) {
                faults.add("The hub does not come to rest within %d s.".formatted(CALM_MILLIS / 1000));
                return;
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
    }

    private boolean isRebuilding() throws IOException, InterruptedException {
        return hub.json("/api/replays").path("items").valueStream()
                .anyMatch(replay -> replay.path("projection").asString().equals("timeline")
                        && replay.path("state").asString().equals("running"));
    }

    private long behind() throws IOException, InterruptedException {
        return hub.json("/api/processors").path("items").valueStream()
                .filter(processor -> processor.path("name").asString().equals("intake"))
                .mapToLong(processor -> processor.path("behind").asLong()).sum();
    }

    private void onceEach(String what, Connection database, String query, Array ids, List<String> acknowledged)
            throws SQLException {
        Map<String, Long> found = new HashMap<>();
        try (PreparedStatement statement = database.prepareStatement(query)) {
            statement.setArray(1, ids);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), row.getLong(2));
                }
            }
        }
        long missing = acknowledged.stream().filter(id -> found.getOrDefault(id, 0L) == 0).count();
        long twice = acknowledged.stream().filter(id -> found.getOrDefault(id, 0L) > 1).count();
        if (missing + twice > 0) {
            faults.add("Of %d acknowledged, by kind '%s', %d are missing or on no timeline, %d are there twice."
                    .formatted(acknowledged.size(), what, missing, twice));
        }
    }

    private void contiguous(Connection database) throws SQLException {
        if (number(database, "SELECT max(position) - count(*) FROM store.event") != 0) {
            faults.add("The log has gaps.");
        }
    }

    /** Whoever skips what is not beyond the last position seen must see every position once and in order. */
    private void outlet(Ports ports, long head) {
        TopicPartition only = new TopicPartition(PublishedFact.TOPIC, 0);
        try (KafkaConsumer<byte[], byte[]> follower = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + ports.kafka()),
                new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            follower.assign(List.of(only));
            follower.seekToBeginning(List.of(only));
            long seen = 0;
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CALM_MILLIS);
            while (seen < head && System.nanoTime() < end) {
                for (var fact : follower.poll(POLL)) {
                    Header id = fact.headers().lastHeader("ce_id");
                    long position = Long.parseLong(new String(id.value(), StandardCharsets.US_ASCII));
                    if (position > seen + 1) {
                        faults.add("The outlet tells position %d behind %d.".formatted(position, seen));
                        return;
                    }
                    seen = Math.max(seen, position);
                }
            }
            if (seen < head) {
                faults.add("The outlet ends at position %d, the log at %d.".formatted(seen, head));
            }
        }
    }

    private void ledger() throws IOException, InterruptedException {
        for (JsonNode account : hub.json("/api/accounts").path("items")) {
            long ended = account.path("recorded").asLong() + account.path("duplicate").asLong()
                    + account.path("deadLettered").asLong() + account.path("refused").asLong();
            if (ended != account.path("received").asLong()
                    || account.path("recorded").asLong() != account.path("shown").asLong()) {
                faults.add("The ledger does not add up: " + account + ".");
            }
        }
    }

    private void rebuilt(Connection database) throws Exception {
        Map<String, String> live = dump(database);
        hub.send("/api/replays", request -> request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"projection\":\"timeline\"}")));
        awaitCalm(database);
        String state = hub.json("/api/replays").path("items").get(0).path("state").asString();
        Map<String, String> rebuilt = dump(database);
        if (!state.equals("done")) {
            faults.add("The last rebuild is " + state + ".");
        }
        live.forEach((table, content) -> {
            if (!content.equals(rebuilt.get(table))) {
                faults.add("Table " + table + " is another one when it is rebuilt.");
            }
        });
    }

    private static Map<String, String> dump(Connection database) throws SQLException {
        Map<String, String> tables = new HashMap<>();
        try (Statement names = database.createStatement();
                ResultSet name = names.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'history'")) {
            while (name.next()) {
                try (Statement statement = database.createStatement();
                        ResultSet row = statement
                                .executeQuery("SELECT md5(coalesce(string_agg(md5(t::text), '' ORDER BY "
                                        + "md5(t::text)), '')) FROM history." + name.getString(1) + " t")) {
                    row.next();
                    tables.put(name.getString(1), row.getString(1));
                }
            }
        }
        return tables;
    }

    static long number(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
