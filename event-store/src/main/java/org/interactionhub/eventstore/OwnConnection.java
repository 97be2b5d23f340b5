package org.interactionhub.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection held for long, whose session has settings, locks or listeners of its own; so it is closed for good and
 * never handed back to a pool. Both ends notice within seconds when the other one is gone without a word.
 */
final class OwnConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OwnConnection.class);
    private static final int MAX_DEAD = 100;

    private final DataSource database;
    private final Connection connection;

    private OwnConnection(DataSource database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /**
     * @param silence how long the server may take to answer one statement before the connection counts as lost
     * @param settings statements that prepare the session
     */
    static OwnConnection open(DataSource database, Duration silence, String... settings) throws SQLException {
        OwnConnection own = alive(database);
        try (Statement statement = own.connection.createStatement()) {
            own.connection.setNetworkTimeout(Runnable::run, (int) silence.toMillis());
            statement.execute("SET enable_seqscan = off"); // plans are kept long, and the log was small once
            statement.execute("""
                    SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 1; SET tcp_keepalives_count = 5;
                    SET tcp_user_timeout = '10s'""");
            for (String setting : settings) {
                statement.execute(setting);
            }
            return own;
        } catch (SQLException e) {
            own.close();
            throw e;
        }
    }

    // a pool looks at a connection only if it lay idle for a while; behind a restart of the server, all of its are dead
    private static OwnConnection alive(DataSource database) throws SQLException {
        OwnConnection own = new OwnConnection(database, database.getConnection());
        for (int dead = 0; dead < MAX_DEAD && !own.connection.isValid(1); dead++) {
            own.close();
            own = new OwnConnection(database, database.getConnection());
        }
        return own;
    }

    Connection jdbc() {
        return connection;
    }

    @Override
    public void close() {
        try {
            if (database.isWrapperFor(HikariDataSource.class)) {
                database.unwrap(HikariDataSource.class).evictConnection(connection);
            } else {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.atDebug().setCause(e).log("A connection that was given up did not close in order.");
        }
    }
}
