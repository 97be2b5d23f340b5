package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
                OwnConnection.open(database, SILENCE, "SET transaction_timeout = '15s'",
                        "SET plan_cache_mode = force_generic_plan"), // all of it looks up by key: one plan does for any
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
        Head head = Head.atGate(connection);
        types.fill(connection);
        partitions.prepare(connection, head.position());
        connection.commit();
    }

    /** Waits for the gate. Where this fails nothing was written, so it can be begun anew on another session. */
    Begun begin(Work work) throws SQLException {
        Head head = Head.atGate(connection);
        return () -> committed(append(work, head));
    }

    /** A transaction that holds the gate. */
    interface Begun {
        /** What it says is durable when it returns. */
        List<Outcome> complete() throws SQLException;
    }

    /**
     * Appends and commits in one round trip. Where the connection breaks, these may be written or not:
     * {@link #again} on another session finds out.
     *
     * @return durable; nothing if these have to be looked at one by one, then nothing was written
     */
    Optional<List<Outcome>> atOnce(Work.Decided work) throws SQLException {
        Optional<AtOnce> simple = AtOnce.of(work.groups());
        if (simple.isEmpty()) {
            return Optional.empty();
        }
        connection.setAutoCommit(true);
        Optional<List<Outcome>> written = simple.get().write(connection, types);
        connection.setAutoCommit(false);
        return written;
    }

    /** Appends those groups that do not stand in the log already just as they were to be written. */
    List<Outcome> again(Work.Decided work) throws SQLException {
        Head head = Head.atGate(connection);
        Map<UUID, List<StoredEvent>> streams = rows.streams(connection,
                work.groups().stream().flatMap(List::stream).map(EncodedEvent::stream).collect(Collectors.toSet()));
        List<Optional<Outcome>> written = work.groups().stream().map(group -> written(group, streams)).toList();
        List<List<EncodedEvent>> missing = IntStream.range(0, written.size())
                .filter(group -> written.get(group).isEmpty()).mapToObj(work.groups()::get).toList();
        Iterator<Outcome> others = committed(append(new Work.Decided(missing), head)).iterator();
        return written.stream().map(outcome -> outcome.orElseGet(others::next)).toList();
    }

    private static Optional<Outcome> written(List<EncodedEvent> group, Map<UUID, List<StoredEvent>> streams) {
        List<Long> positions = group.stream().flatMap(event -> streams.getOrDefault(event.stream(), List.of()).stream()
                .filter(event::isThatOf).map(StoredEvent::position)).toList();
        return group.isEmpty() || positions.size() < group.size()
                ? Optional.empty()
                : Optional.of(new Outcome.Appended(positions.getFirst(), positions.getLast()));
    }

    private List<Outcome> committed(List<Outcome> outcomes) throws SQLException {
        connection.commit();
        return outcomes;
    }

    private List<Outcome> append(Work work, Head head) throws SQLException {
        if (work.offsets().isPresent()) {
            KafkaOffsets.advance(connection, work.offsets().get());
        }
        Standstill standstill = new Standstill(connection, rows, head.position());
        List<List<EncodedEvent>> groups = work.decide(standstill);
        Resolution resolution = resolution(standstill, groups);
        List<Outcome> outcomes = groups.stream().map(resolution::place).toList();
        write(resolution, head.recordedAt());
        work.alongside(connection, outcomes);
        return outcomes;
    }

    /**
     * Wakes whoever reads the log, once it has grown. Not in the transaction that makes it grow: that one would hold the
     * lock of all notifications while it waits for the disk, and its callers would wait for both.
     */
    void tell() throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("NOTIFY hub_log");
        }
        connection.setAutoCommit(false);
    }

    void rollback() throws SQLException {
        partitions.forget();
        connection.rollback();
    }

    @Override
    public void close() {
        own.close();
    }

    private Resolution resolution(Standstill standstill, List<List<EncodedEvent>> groups) throws SQLException {
        Set<UUID> streams = new LinkedHashSet<>();
        groups.forEach(group -> group.forEach(event -> streams.add(event.stream())));
        Map<UUID, Standing> standings = standstill.standings(streams);
        Set<Long> repeated = new LinkedHashSet<>();
        for (List<EncodedEvent> group : groups) {
            for (EncodedEvent event : group) {
                Standing standing = standings.get(event.stream());
                if (standing != null && event.entry() instanceof Entry.IfAbsent) {
                    repeated.add(standing.first());
                }
            }
        }
        return new Resolution(standstill.head(), standings, OriginalRows.firsts(connection, repeated));
    }

    private void write(Resolution resolution, OffsetDateTime recordedAt) throws SQLException {
        List<Placed> placed = resolution.placed();
        Insert insert = new Insert(connection, types, recordedAt);
        if (!placed.isEmpty()) {
            partitions.prepare(connection, placed.getLast().position());
            insert.events(placed);
        }
        insert.originals(resolution.originals());
    }
}
