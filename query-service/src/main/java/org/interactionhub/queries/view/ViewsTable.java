package org.interactionhub.queries.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables that views were built into, and the list of them. */
final class ViewsTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, @Nullable Object>> ROW = new TypeReference<>() {
    };

    private final JdbcClient database;

    ViewsTable(DataSource source) {
        database = JdbcClient.create(source);
    }

    /** Makes the schema of the views if there is none. */
    void prepare() {
        database.sql("CREATE SCHEMA IF NOT EXISTS views").update();
        database.sql("""
                CREATE TABLE IF NOT EXISTS views.built (
                    name        text PRIMARY KEY,
                    fingerprint text NOT NULL,
                    position    bigint NOT NULL,
                    built_at    timestamptz NOT NULL,
                    rows        bigint NOT NULL,
                    millis      bigint NOT NULL
                )""").update();
    }

    /** Where a view lies. Names of views have no underscores, so that no two views share a table. */
    static String table(String view) {
        return Select.quoted("view_" + view.replace('-', '_'));
    }

    Map<String, Built> all() {
        return database.sql("SELECT * FROM views.built WHERE position >= 0")
                .query((row, _) -> Map.entry(row.getString("name"), built(row))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Built> find(String view) {
        return database.sql("SELECT * FROM views.built WHERE name = ? AND position >= 0").param(view)
                .query((row, _) -> built(row)).optional();
    }

    /** Rows of a view that was built. */
    List<Map<String, @Nullable Object>> rows(ViewDefinition view, Order order, long offset, int limit) {
        String columns = view.columns().stream().map(column -> Select.quoted(column.name()))
                .collect(Collectors.joining(", "));
        return database.sql("SELECT row_to_json(r)::text FROM (SELECT %s FROM views.%s ORDER BY %s OFFSET ? LIMIT ?) r"
                .formatted(columns, table(view.name()), by(order))).params(offset, limit).query(String.class).list()
                .stream().map(row -> JSON.readValue(row, ROW)).toList();
    }

    private static String by(Order order) {
        String column = order.column();
        return column == null
                ? "\"#\""
                : Select.quoted(column) + (order.descending() ? " DESC" : "") + " NULLS LAST, \"#\"";
    }

    /** Drops what was built of views that are no longer there. */
    void forgetAllBut(Collection<String> views) {
        for (String gone : database.sql("SELECT name FROM views.built WHERE name <> ALL (?::text[])")
                .param(new SqlArrayValue("text", views.toArray())).query(String.class).list()) {
            database.sql("DROP TABLE IF EXISTS views." + table(gone)).update();
            database.sql("DELETE FROM views.built WHERE name = ?").param(gone).update();
        }
    }

    private static Built built(ResultSet row) throws SQLException {
        return new Built(row.getString("fingerprint"), row.getLong("position"),
                row.getObject("built_at", OffsetDateTime.class).toInstant(), row.getLong("rows"),
                row.getLong("millis"));
    }
}
