package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the partitions of table {@code original}, each for ten million positions, before they are needed. */
final class OriginalPartitions {

    private static final long POSITIONS = 10_000_000;

    private long readyBelow;

    /** The caller holds the gate and commits. */
    void prepare(Connection connection, long position) throws SQLException {
        if (position + POSITIONS / 2 < readyBelow) {
            return;
        }
        long current = position / POSITIONS;
        for (long number = current; number <= current + 1; number++) {
            if (!exists(connection, number)) {
                create(connection, number);
            }
        }
        readyBelow = (current + 2) * POSITIONS;
    }

    /** What was prepared may have been rolled back. */
    void forget() {
        readyBelow = 0;
    }

    private static boolean exists(Connection connection, long number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            query.setString(1, "store.original_" + number);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    // made on its own and then attached, since CREATE ... PARTITION OF would wait for every reader of the table
    private static void create(Connection connection, long number) throws SQLException {
        String name = "store.original_" + number;
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + name + " (LIKE store.original INCLUDING ALL)");
            statement.execute("ALTER TABLE store.original ATTACH PARTITION " + name + " FOR VALUES FROM ("
                    + number * POSITIONS + ") TO (" + (number + 1) * POSITIONS + ")");
        }
    }
}
