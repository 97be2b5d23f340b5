package org.interactionhub.queries.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adds rows to a table by COPY, in the transaction and the schema of its caller. */
final class CopyTable {

    private static final String COPY = "COPY %s (%s) FROM STDIN (FORMAT binary)";
    private static final int CHUNK = 1 << 16;

    private final JdbcTemplate database;

    CopyTable(DataSource source) {
        database = new JdbcTemplate(source);
    }

    <R> void add(String table, Columns<R> columns, List<R> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String copy = COPY.formatted(table, columns.names());
        database.execute((Connection connection) -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, BinaryRows.of(columns, rows),
                        CHUNK);
            } catch (IOException e) {
                throw new SQLException("The rows could not be sent to the database.", e);
            }
        });
    }
}
