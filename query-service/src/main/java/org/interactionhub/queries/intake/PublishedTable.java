package org.interactionhub.queries.intake;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells whether the command side has published its views yet. It makes them when it first starts, maybe after us. */
final class PublishedTable {

    private final JdbcClient database;

    PublishedTable(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** True if all of them are there and may be read. */
    boolean isThere() {
        return database.sql("""
                SELECT count(*) = 3 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'intake' AND c.relname IN ('dead_letter_shown', 'account_balance', 'intake_progress')
                  AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')""")
                .query(Boolean.class).single();
    }
}
