package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Looks up by key, over any connection, with a plan that is kept and stays right. A plan that was made when the log had
 * some dozen events would read the whole table, and go on doing so while an import makes it a large one; so the table may
 * not be read as a whole while this plans. The same round trip says so, and it holds no longer than the query.
 */
final class KeyLookup {

    private static final String BY_INDEX = """
            SELECT set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true);
            """;

    private KeyLookup() {}

    static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(BY_INDEX + sql);
    }

    static ResultSet rows(PreparedStatement lookup) throws SQLException {
        lookup.execute();
        lookup.getMoreResults();
        return lookup.getResultSet();
    }
}
