package org.interactionhub.benchmarks.peers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Axon's table of events, looked at from outside. */
public record AxonTable(DataSource database) {

    /** Begins anew, positions included. */
    public void empty() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE DomainEventEntry, SnapshotEventEntry RESTART IDENTITY");
            connection.commit();
        }
    }

    /** Whether it holds so many events, each of a stream of its own. */
    public List<String> check(long events) throws SQLException {
        long found = number("SELECT count(*) FROM DomainEventEntry");
        long streams = number("SELECT count(DISTINCT aggregateIdentifier) FROM DomainEventEntry");
        return found == events && streams == events
                ? List.of()
                : List.of("%d events of %d streams instead of %d.".formatted(found, streams, events));
    }

    /** Of the table, its indexes and what is kept beside its rows. */
    public long bytes() throws SQLException {
        return number("SELECT pg_total_relation_size('DomainEventEntry')");
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
