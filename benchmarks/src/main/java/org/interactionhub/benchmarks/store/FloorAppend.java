package org.interactionhub.benchmarks.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.interactionhub.benchmarks.crowd.Contact;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.interactionhub.benchmarks.frame.LegWatch;
import org.interactionhub.benchmarks.frame.Variant;
import org.interactionhub.eventstore.KafkaOffsets;

/**
 * The floor: the least SQL that puts the same rows into the same tables, written by hand. Everything is encoded before
 * the clock; it looks for no repeat, takes no lock, knows its positions, and tells nobody.
 */
final class FloorAppend implements Variant {

    static final String NAME = "floor: unnest INSERT";

    private static final String EVENTS = """
            INSERT INTO store.event (position, stream, version, type, occurred_at, recorded_at, payload, metadata)
            SELECT ? + n, stream, 0, type, occurred_at, now(), payload, metadata
            FROM unnest(?::uuid[], ?::smallint[], ?::timestamptz[], ?::bytea[], ?::bytea[])
                WITH ORDINALITY AS e(stream, type, occurred_at, payload, metadata, n)
            """;
    private static final String ORIGINALS = """
            INSERT INTO store.original (position, sha256, content_type, size, bytes, variant, received_at)
            SELECT ? + position, sha256, content_type, octet_length(bytes), bytes, false, now()
            FROM unnest(?::bigint[], ?::bytea[], ?::text[], ?::bytea[]) AS o(position, sha256, content_type, bytes)
            """;

    private final BenchDatabase database;
    private final List<Rows> batches;
    private final StoreCheck check;
    private final Connection connection;

    /** The columns of one batch. */
    @SuppressWarnings("ArrayRecordComponent") // columns on their way into statements, never compared
    private record Rows(List<Encoded> events, List<Encoded> originals, Object[] places) {}

    FloorAppend(BenchDatabase database, List<List<Contact>> batches, StoreCheck check) throws SQLException {
        this.database = database;
        this.check = check;
        Map<String, Short> types = types(database);
        this.batches = batches.stream().map(batch -> rows(batch, types)).toList();
        this.connection = database.command().getConnection();
        connection.setAutoCommit(false);
    }

    private static Map<String, Short> types(BenchDatabase database) throws SQLException {
        Map<String, Short> types = new HashMap<>();
        for (String line : database.text("SELECT string_agg(id || ' ' || name, E'\\n') FROM store.event_type")
                .split("\n")) {
            types.put(line.substring(line.indexOf(' ') + 1), Short.valueOf(line.substring(0, line.indexOf(' '))));
        }
        return types;
    }

    private static Rows rows(List<Contact> batch, Map<String, Short> types) {
        List<Encoded> events = batch.stream().flatMap(contact -> Encoded.of(contact, types).stream()).toList();
        List<Encoded> originals = new ArrayList<>();
        List<Object> places = new ArrayList<>();
        for (int place = 0; place < events.size(); place++) {
            if (events.get(place).original().length > 0) {
                originals.add(events.get(place));
                places.add((long) place + 1);
            }
        }
        return new Rows(events, originals, places.toArray());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare(int round) throws Exception {
        database.empty();
        new KafkaOffsets(database.command()).stored(StoreCheck.TOPIC, StoreCheck.TOPIC, 1);
    }

    @Override
    public long work(LegWatch watch) throws SQLException {
        long events = 0;
        long offset = 0;
        for (Rows batch : batches) {
            if (!watch.goesOn(events)) {
                break;
            }
            events(batch, events);
            originals(batch, events);
            offset += batch.originals().size();
            advance(offset);
            connection.commit();
            events += batch.events().size();
        }
        return events;
    }

    private void events(Rows batch, long head) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(EVENTS)) {
            insert.setLong(1, head);
            insert.setArray(2, connection.createArrayOf("uuid", column(batch.events(), Encoded::stream)));
            insert.setArray(3, connection.createArrayOf("int2", column(batch.events(), Encoded::type)));
            insert.setArray(4, connection.createArrayOf("timestamptz",
                    column(batch.events(), event -> event.occurredAt().atOffset(ZoneOffset.UTC))));
            insert.setArray(5, connection.createArrayOf("bytea", bytes(batch.events(), Encoded::payload)));
            insert.setArray(6, connection.createArrayOf("bytea", bytes(batch.events(), Encoded::metadata)));
            insert.executeUpdate();
        }
    }

    private void originals(Rows batch, long head) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ORIGINALS)) {
            insert.setLong(1, head);
            insert.setArray(2, connection.createArrayOf("int8", batch.places()));
            insert.setArray(3, connection.createArrayOf("bytea",
                    bytes(batch.originals(), event -> HexFormat.of().parseHex(event.sha256()))));
            insert.setArray(4, connection.createArrayOf("text", column(batch.originals(), Encoded::contentType)));
            insert.setArray(5, connection.createArrayOf("bytea", bytes(batch.originals(), Encoded::original)));
            insert.executeUpdate();
        }
    }

    private void advance(long next) throws SQLException {
        try (PreparedStatement update = connection
                .prepareStatement(
                        "UPDATE store.kafka_offset SET next_offset = ? WHERE topic_id = ? AND partition = 0")) {
            update.setLong(1, next);
            update.setString(2, StoreCheck.TOPIC);
            update.executeUpdate();
        }
    }

    private static Object[] column(List<Encoded> events, Function<Encoded, Object> what) {
        return events.stream().map(what).toArray();
    }

    private static byte[][] bytes(List<Encoded> events, Function<Encoded, byte[]> what) {
        return events.stream().map(what).toArray(byte[][]::new);
    }

    @Override
    public List<String> check(long events) throws SQLException {
        return check.of(events);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
