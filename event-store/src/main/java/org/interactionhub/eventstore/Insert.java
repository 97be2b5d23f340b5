package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Writes events and originals, as few statements as their size allows: PostgreSQL takes at most 1 GB in one. */
final class Insert {

    private static final int MAX_BYTES = 64 * 1024 * 1024;

    private static final String EVENTS = """
            INSERT INTO store.event (position, stream, version, type, occurred_at, recorded_at, payload, metadata)
            SELECT ? + n, stream, version, type, occurred_at, ?, payload, metadata
            FROM unnest(?::uuid[], ?::int[], ?::smallint[], ?::timestamptz[], ?::bytea[], ?::bytea[])
                WITH ORDINALITY AS e(stream, version, type, occurred_at, payload, metadata, n)
            """;

    private static final String ORIGINALS = """
            INSERT INTO store.original (position, sha256, content_type, size, bytes, variant, received_at)
            SELECT position, sha256, content_type, size, bytes, variant, ?
            FROM unnest(?::bigint[], ?::bytea[], ?::text[], ?::bigint[], ?::bytea[], ?::boolean[])
                AS o(position, sha256, content_type, size, bytes, variant)
            ON CONFLICT (position, sha256) DO NOTHING
            """;

    private final Connection connection;
    private final EventTypes types;
    private final OffsetDateTime recordedAt;

    Insert(Connection connection, EventTypes types, OffsetDateTime recordedAt) {
        this.connection = connection;
        this.types = types;
        this.recordedAt = recordedAt;
    }

    /** @param events at contiguous positions */
    void events(List<Placed> events) throws SQLException {
        for (List<Placed> some : portions(events, placed -> placed.event().payload().length)) {
            try (PreparedStatement insert = connection.prepareStatement(EVENTS)) {
                insert.setLong(1, some.getFirst().position() - 1);
                insert.setObject(2, recordedAt);
                array(insert, 3, "uuid", some, placed -> placed.event().stream());
                array(insert, 4, "int4", some, placed -> placed.event().version());
                array(insert, 5, "int2", some, placed -> types.id(placed.event().entry().event().event()));
                array(insert, 6, "timestamptz", some, placed -> placed.event().occurredAt());
                bytes(insert, 7, some, placed -> placed.event().payload());
                bytes(insert, 8, some, placed -> placed.event().metadata());
                insert.executeUpdate();
            }
        }
    }

    void originals(List<KeptOriginal> originals) throws SQLException {
        for (List<KeptOriginal> some : portions(originals,
                kept -> kept.original().bytes().map(b -> b.length).orElse(0))) {
            try (PreparedStatement insert = connection.prepareStatement(ORIGINALS)) {
                insert.setObject(1, recordedAt);
                array(insert, 2, "int8", some, KeptOriginal::position);
                bytes(insert, 3, some, kept -> kept.original().hash().bytes());
                array(insert, 4, "text", some, kept -> kept.original().contentType());
                array(insert, 5, "int8", some, kept -> kept.original().reported().size());
                bytes(insert, 6, some, kept -> kept.original().bytes().orElse(null));
                array(insert, 7, "bool", some, KeptOriginal::variant);
                insert.executeUpdate();
            }
        }
    }

    private <T> void array(PreparedStatement insert, int parameter, String type, List<T> rows,
            Function<T, Object> column)
            throws SQLException {
        insert.setArray(parameter, connection.createArrayOf(type, rows.stream().map(column).toArray()));
    }

    // an array of byte arrays travels in binary, half as long as the text of an array of objects
    private <T> void bytes(PreparedStatement insert, int parameter, List<T> rows, Function<T, byte[]> column)
            throws SQLException {
        insert.setArray(parameter, connection.createArrayOf("bytea", rows.stream().map(column).toArray(byte[][]::new)));
    }

    private static <T> List<List<T>> portions(List<T> rows, ToIntFunction<T> size) {
        List<List<T>> portions = new ArrayList<>();
        int begin = 0;
        long bytes = 0;
        for (int row = 0; row < rows.size(); row++) {
            bytes += size.applyAsInt(rows.get(row));
            if (bytes > MAX_BYTES && row > begin) {
                portions.add(rows.subList(begin, row));
                begin = row;
                bytes = size.applyAsInt(rows.get(row));
            }
        }
        if (begin < rows.size()) {
            portions.add(rows.subList(begin, rows.size()));
        }
        return portions;
    }
}
