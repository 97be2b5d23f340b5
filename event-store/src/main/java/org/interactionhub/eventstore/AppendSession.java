package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The writer's own session with the database: appends one piece of work in one transaction. */
final class AppendSession implements AutoCloseable {

    // a little longer than the transaction may take, so that the server speaks first
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final OwnConnection own;
    private final Connection connection;
    private final EventTypes types;
    private final EventRows rows;
    private final OriginalPartitions partitions = new OriginalPartitions();

    private AppendSession(OwnConnection own, EventTypes types) {
        this.own = own;
        this.connection = own.jdbc();
        this.types = types;
        this.rows = new EventRows(types);
    }

    static AppendSession open(DataSource database, EventTypes types) throws SQLException {
        AppendSession session = new AppendSession(
                OwnConnection.open(database, SILENCE, "SET transaction_timeout = '15s'"),
                types);
        try {
            session.prepare();
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    private void prepare() throws SQLException {
        connection.setAutoCommit(false);
        lockGate();
        types.fill(connection);
        partitions.prepare(connection, EventRows.head(connection));
        connection.commit();
    }

    /** Everyone who appends waits here; what is read in later statements includes all that was committed before. */
    void lockGate() throws SQLException {
        try (Statement gate = connection.createStatement()) {
            gate.execute("SELECT FROM store.append_gate FOR UPDATE");
        }
    }

    /** The caller has locked the gate. */
    List<Outcome> append(Work work) throws SQLException {
        Head head = head();
        if (work.offsets().isPresent()) {
            KafkaOffsets.advance(connection, work.offsets().get());
        }
        List<List<EncodedEvent>> groups = work.decide(new Standstill(head.position()));
        Resolution resolution = resolution(head, groups);
        List<Outcome> outcomes = groups.stream().map(resolution::place).toList();
        write(resolution, head.recordedAt());
        work.alongside(connection, outcomes);
        connection.commit();
        return outcomes;
    }

    void rollback() throws SQLException {
        partitions.forget();
        connection.rollback();
    }

    @Override
    public void close() {
        own.close();
    }

    private Resolution resolution(Head head, List<List<EncodedEvent>> groups) throws SQLException {
        Set<UUID> streams = new LinkedHashSet<>();
        groups.forEach(group -> group.forEach(event -> streams.add(event.stream())));
        Map<UUID, Standing> standings = Standing.of(connection, streams);
        Set<Long> repeated = new LinkedHashSet<>();
        for (List<EncodedEvent> group : groups) {
            for (EncodedEvent event : group) {
                Standing standing = standings.get(event.stream());
                if (standing != null && event.entry() instanceof Entry.IfAbsent) {
                    repeated.add(standing.first());
                }
            }
        }
        return new Resolution(head.position(), standings, OriginalRows.firsts(connection, repeated));
    }

    private void write(Resolution resolution, OffsetDateTime recordedAt) throws SQLException {
        List<Placed> placed = resolution.placed();
        Insert insert = new Insert(connection, types, recordedAt);
        if (!placed.isEmpty()) {
            partitions.prepare(connection, placed.getLast().position());
            insert.events(placed);
            try (Statement statement = connection.createStatement()) {
                statement.execute("NOTIFY hub_log");
            }
        }
        insert.originals(resolution.originals());
    }

    private Head head() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                """
                        SELECT coalesce(last.position, 0), greatest(last.recorded_at, clock_timestamp()) FROM (VALUES (1)) AS one
                        LEFT JOIN (SELECT position, recorded_at FROM store.event ORDER BY position DESC LIMIT 1) last ON true
                        """);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new Head(row.getLong(1), row.getObject(2, OffsetDateTime.class));
        }
    }

    /** @param recordedAt what the next events are recorded at: never before the last one */
    private record Head(long position, OffsetDateTime recordedAt) {}

    /** The log while the gate is held. */
    private final class Standstill implements Present {

        private final long head;

        Standstill(long head) {
            this.head = head;
        }

        @Override
        public Map<UUID, List<StoredEvent>> streams(Collection<UUID> streams) {
            try {
                return rows.streams(connection, streams);
            } catch (SQLException e) {
                throw new LogUnavailable(e);
            }
        }

        @Override
        public long head() {
            return head;
        }
    }
}
