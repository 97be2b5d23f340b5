package org.interactionhub.queries.colleague;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL about who of us is known. */
final class ColleagueTable {

    private final JdbcClient database;

    ColleagueTable(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    List<String> names(int limit) {
        return database.sql("SELECT name FROM colleague ORDER BY name COLLATE \"unicode\" LIMIT ?").param(limit)
                .query(String.class).list();
    }
}
