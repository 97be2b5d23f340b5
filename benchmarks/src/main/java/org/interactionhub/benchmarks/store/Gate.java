package org.interactionhub.benchmarks.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.interactionhub.benchmarks.frame.BenchDatabase;

/** The appenders' gate of the log, in the bench's hand: while it is shut, nobody appends, in whatever process. */
final class Gate implements AutoCloseable {

    private final Connection connection;

    Gate(BenchDatabase database) throws SQLException {
        this.connection = database.command().getConnection();
        connection.setAutoCommit(false);
    }

    /** Waits for the batch under way. */
    void shut() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT FROM store.append_gate FOR UPDATE");
        }
    }

    void open() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
