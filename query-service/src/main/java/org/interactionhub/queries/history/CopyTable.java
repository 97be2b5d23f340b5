package org.interactionhub.queries.history;

import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.interactionhub.eventstore.BinaryCopy;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adds rows to a table by COPY, in the transaction and the schema of its caller. */
final class CopyTable {

    /** A row's usual size, in bytes. */
    private static final int ROW = 256;

    private final JdbcTemplate database;

    CopyTable(DataSource source) {
        database = new JdbcTemplate(source);
    }

    <R> void add(String table, Columns<R> columns, List<R> rows) {
        if (rows.isEmpty()) {
            return;
        }
        BinaryCopy copy = new BinaryCopy(ROW * rows.size());
        rows.forEach(row -> columns.write(copy, row));
        database.execute((Connection connection) -> copy.into(connection, table, columns.names()));
    }
}
