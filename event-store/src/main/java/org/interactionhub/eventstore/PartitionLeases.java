package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares the partitions of a topic among the processes that read it. A lease is a lock of this process's session with
 * PostgreSQL: when the process dies, the server sees its socket close and the others take over at their next renewal.
 * Leases spare work; exactness rests on {@link Offsets}, which refuse whoever reads a partition that is another's.
 */
public final class PartitionLeases implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionLeases.class);
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final DataSource database;
    private final int partitions;
    private final int leaseKey;
    private final int memberKey;
    private @Nullable OwnConnection session;
    private volatile Set<Integer> held = Set.of();

    /** @param database as role {@code hub_command}; one of its connections is held */
    public PartitionLeases(DataSource database, String topicId, int partitions) {
        this.database = database;
        this.partitions = partitions;
        this.leaseKey = ("lease " + topicId).hashCode() & Integer.MAX_VALUE;
        this.memberKey = ("member " + topicId).hashCode() & Integer.MAX_VALUE;
    }

    /**
     * Takes what is this process's share and free, gives up what is more than that. To be called about every 500 ms.
     *
     * @return what is held now; nothing while the database is away
     */
    public synchronized Set<Integer> renew() {
        try {
            Connection connection = connection();
            int members = livingMembers(connection);
            adjust(connection, (partitions + members - 1) / members);
        } catch (SQLException e) {
            LOG.atWarn().setCause(e).addKeyValue("lost", held).log("The partition leases are lost for now.");
            disconnect();
        }
        return held;
    }

    /** What was held after the last {@link #renew()}. */
    public Set<Integer> held() {
        return held;
    }

    /** Gives everything up. */
    @Override
    public synchronized void close() {
        disconnect();
    }

    private Connection connection() throws SQLException {
        OwnConnection current = session;
        if (current == null) {
            current = OwnConnection.open(database, SILENCE,
                    "SELECT pg_advisory_lock_shared(" + memberKey + ", 0)");
            session = current;
        }
        return current.jdbc();
    }

    // every member shares one lock; how many do is how many live
    private int livingMembers(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
                WHERE locktype = 'advisory' AND classid = ? AND objid = 0 AND objsubid = 2 AND granted
                    AND datname = current_database()
                """)) {
            query.setInt(1, memberKey);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return Math.max(1, row.getInt(1));
            }
        }
    }

    private void adjust(Connection connection, int share) throws SQLException {
        TreeSet<Integer> now = new TreeSet<>(held);
        while (now.size() > share) {
            ask(connection, "SELECT pg_advisory_unlock(?, ?)", now.pollLast());
        }
        for (int partition = 0; partition < partitions && now.size() < share; partition++) {
            if (!now.contains(partition) && ask(connection, "SELECT pg_try_advisory_lock(?, ?)", partition)) {
                now.add(partition);
            }
        }
        if (!now.equals(held)) {
            LOG.atInfo().addKeyValue("partitions", now).log("The partition leases have changed.");
            held = Set.copyOf(now);
        }
    }

    private boolean ask(Connection connection, String lock, int partition) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(lock)) {
            query.setInt(1, leaseKey);
            query.setInt(2, partition);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private void disconnect() {
        held = Set.of();
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
