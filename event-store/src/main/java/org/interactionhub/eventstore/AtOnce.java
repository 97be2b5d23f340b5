package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/**
 * Facts of people's commands, which state their versions and bring no originals: one round trip locks the gate, looks
 * whether all of them still fit, and writes them. If a single one does not, nothing is written and each has to be looked
 * at.
 */
final class AtOnce {

    /** Larger works are written in portions. */
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    // each statement sees what was committed before it began, so the second one sees what the first one waited for
    private static final String WRITE = Head.GATE + "WITH last AS MATERIALIZED (" + Head.LAST + """
            ), written AS (
                INSERT INTO store.event (position, stream, version, type, occurred_at, recorded_at, payload, metadata)
                SELECT last.position + e.n, e.stream, e.version, e.type, e.occurred_at, last.recorded_at, e.payload,
                    e.metadata
                FROM last, unnest(?::uuid[], ?::int[], ?::smallint[], ?::timestamptz[], ?::bytea[], ?::bytea[])
                    WITH ORDINALITY AS e(stream, version, type, occurred_at, payload, metadata, n)
                WHERE NOT EXISTS (
                    SELECT FROM unnest(?::uuid[], ?::int[]) AS first(stream, version)
                    WHERE first.version <> coalesce((SELECT s.version + 1 FROM store.event s
                        WHERE s.stream = first.stream ORDER BY s.version DESC LIMIT 1), 0))
                RETURNING position)
            SELECT min(position) FROM written HAVING count(*) > 0
            """;

    private final List<List<EncodedEvent>> groups;
    private final List<EncodedEvent> events;
    private final Map<UUID, Integer> firsts;

    private AtOnce(List<List<EncodedEvent>> groups, List<EncodedEvent> events, Map<UUID, Integer> firsts) {
        this.groups = groups;
        this.events = events;
        this.firsts = firsts;
    }

    /** Nothing if these are not such facts, or if they contradict each other. */
    static Optional<AtOnce> of(List<List<EncodedEvent>> groups) {
        Map<UUID, Integer> firsts = new LinkedHashMap<>();
        Map<UUID, Integer> next = new LinkedHashMap<>();
        List<EncodedEvent> events = new ArrayList<>();
        long bytes = 0;
        for (List<EncodedEvent> group : groups) {
            for (EncodedEvent event : group) {
                bytes += event.payload().length;
                firsts.putIfAbsent(event.stream(), event.version());
                if (!(event.entry() instanceof Entry.AtVersion) || event.entry().event().original() != null
                        || next.getOrDefault(event.stream(), event.version()) != event.version()) {
                    return Optional.empty();
                }
                next.put(event.stream(), event.version() + 1);
                events.add(event);
            }
        }
        return events.isEmpty() || bytes > MAX_BYTES
                ? Optional.empty()
                : Optional.of(new AtOnce(groups, events, firsts));
    }

    /**
     * In the caller's transaction, or, where the connection commits by itself, in one of its own.
     *
     * @return what became of each group; nothing if not all of them fit
     */
    Optional<List<Outcome>> write(Connection connection, EventTypes types) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            array(write, 1, "uuid", EncodedEvent::stream);
            array(write, 2, "int4", EncodedEvent::version);
            array(write, 3, "int2", event -> types.id(event.entry().event().event()));
            array(write, 4, "timestamptz", event -> event.occurredAt().atOffset(ZoneOffset.UTC));
            bytes(write, 5, EncodedEvent::payload);
            bytes(write, 6, EncodedEvent::metadata);
            write.setArray(7, connection.createArrayOf("uuid", firsts.keySet().toArray()));
            write.setArray(8, connection.createArrayOf("int4", firsts.values().toArray()));
            write.execute();
            write.getMoreResults();
            OptionalLong first = first(write);
            return first.isPresent() ? Optional.of(outcomes(first.getAsLong())) : Optional.empty();
        }
    }

    private static OptionalLong first(PreparedStatement write) throws SQLException {
        try (ResultSet row = write.getResultSet()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    private List<Outcome> outcomes(long first) {
        List<Outcome> outcomes = new ArrayList<>(groups.size());
        long next = first;
        for (List<EncodedEvent> group : groups) {
            outcomes.add(new Outcome.Appended(next, next + group.size() - 1));
            next += group.size();
        }
        return outcomes;
    }

    private void array(PreparedStatement write, int parameter, String type, Function<EncodedEvent, Object> column)
            throws SQLException {
        write.setArray(parameter,
                write.getConnection().createArrayOf(type, events.stream().map(column).toArray()));
    }

    private void bytes(PreparedStatement write, int parameter, Function<EncodedEvent, byte[]> column)
            throws SQLException {
        write.setArray(parameter, write.getConnection().createArrayOf("bytea",
                events.stream().map(column).toArray(byte[][]::new)));
    }
}
