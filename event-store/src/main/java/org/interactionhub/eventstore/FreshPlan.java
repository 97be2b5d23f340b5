package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.PGStatement;

/**
 * Prepares lookups by key that are planned at every execution. A plan that a pooled connection keeps from a log of some
 * dozen events reads the whole table, and goes on doing so while an import makes it a large one.
 */
final class FreshPlan {

    private FreshPlan() {}

    static PreparedStatement of(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        return statement;
    }
}
