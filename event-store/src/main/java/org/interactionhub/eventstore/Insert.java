package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Writes events and originals that have found their places. */
final class Insert {

    private static final String EVENT = "position, stream, version, type, occurred_at, recorded_at, payload, metadata";
    private static final String ORIGINAL = "position, sha256, content_type, size, bytes, variant, received_at";
    private static final String VARIANT = "INSERT INTO store.original (" + ORIGINAL + """
            )
            VALUES (?, ?, ?, ?, ?, true, ?) ON CONFLICT (position, sha256) DO NOTHING
            """;

    /** What is held in memory on its way. */
    private static final int PORTION = 32 * 1024 * 1024;
    /** A row's usual size. */
    private static final int ROW = 1_500;

    private final Connection connection;
    private final EventTypes types;
    private final OffsetDateTime recordedAt;

    Insert(Connection connection, EventTypes types, OffsetDateTime recordedAt) {
        this.connection = connection;
        this.types = types;
        this.recordedAt = recordedAt;
    }

    void events(List<Placed> events) throws SQLException {
        Instant recorded = recordedAt.toInstant();
        BinaryCopy rows = new BinaryCopy(events.size() * ROW);
        for (Placed placed : events) {
            EncodedEvent event = placed.event();
            rows.row(8).bigint(placed.position()).uuid(event.stream()).integer(event.version())
                    .smallint(types.id(event.entry().event().event())).time(event.occurredAt()).time(recorded)
                    .bytea(event.payload()).bytea(event.metadata());
            rows = rows.size() < PORTION ? rows : sent(rows, "store.event", EVENT);
        }
        rows.into(connection, "store.event", EVENT);
    }

    void originals(List<KeptOriginal> originals) throws SQLException {
        Instant received = recordedAt.toInstant();
        List<KeptOriginal> variants = new ArrayList<>();
        BinaryCopy rows = new BinaryCopy(originals.size() * ROW);
        for (KeptOriginal kept : originals) {
            if (kept.variant()) {
                variants.add(kept);
            } else {
                NewOriginal original = kept.original();
                rows.row(7).bigint(kept.position()).bytea(original.hash().bytes()).text(original.contentType())
                        .bigint(original.reported().size()).bytea(original.bytes().orElse(null)).yes(false)
                        .time(received);
                rows = rows.size() < PORTION ? rows : sent(rows, "store.original", ORIGINAL);
            }
        }
        if (variants.size() < originals.size()) {
            rows.into(connection, "store.original", ORIGINAL);
        }
        variants(variants);
    }

    private BinaryCopy sent(BinaryCopy rows, String table, String columns) throws SQLException {
        rows.into(connection, table, columns);
        return new BinaryCopy(ROW);
    }

    /** The same bytes may have come before. */
    private void variants(List<KeptOriginal> variants) throws SQLException {
        if (variants.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(VARIANT)) {
            for (KeptOriginal kept : variants) {
                NewOriginal original = kept.original();
                insert.setLong(1, kept.position());
                insert.setBytes(2, original.hash().bytes());
                insert.setString(3, original.contentType());
                insert.setLong(4, original.reported().size());
                insert.setBytes(5, original.bytes().orElse(null));
                insert.setObject(6, recordedAt);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
