package org.interactionhub.queries.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables that views were built into, and the list of them. */
final class ViewsTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, @Nullable Object>> ROW = new TypeReference<>() {
    };
    private static final int AT_ONCE = 1000;

    private final JdbcClient database;
    private final TransactionTemplate reading;

    ViewsTable(DataSource source) {
        database = JdbcClient.create(source);
        reading = new TransactionTemplate(new DataSourceTransactionManager(source));
        reading.setReadOnly(true);
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
                    millis      bigint NOT NULL,
                    face        jsonb
                )""").update();
        // a table that an older hub built tells nothing of its columns: it counts as not built, and is built again
        database.sql("ALTER TABLE views.built ADD COLUMN IF NOT EXISTS face jsonb").update();
    }

    /** Where a view lies. Names of views have no underscores, so that no two views share a table. */
    static String table(String view) {
        return Select.quoted("view_" + view.replace('-', '_'));
    }

    Map<String, Built> all() {
        return database.sql("SELECT * FROM views.built WHERE face IS NOT NULL")
                .query((row, _) -> Map.entry(row.getString("name"), built(row))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Reads a view while it is held: no build takes its place, nobody drops it.
     *
     * @return empty if there is nothing built
     */
    <T> Optional<T> held(String view, Function<Built, T> reader) {
        return Objects.requireNonNull(reading.execute(_ -> {
            if (find(view).isEmpty()) {
                return Optional.<T>empty();
            }
            database.sql("LOCK TABLE views." + table(view) + " IN ACCESS SHARE MODE").update();
            return find(view).map(reader); // asked again: only now it is what is held
        }));
    }

    private Optional<Built> find(String view) {
        return database.sql("SELECT * FROM views.built WHERE name = ? AND face IS NOT NULL").param(view)
                .query((row, _) -> built(row)).optional();
    }

    /** Rows of a view that is held. An order by a column that it does not have is that of the key. */
    List<Map<String, @Nullable Object>> rows(String view, Face face, Order order, long offset, int limit) {
        return database.sql(select(view, face, order) + " OFFSET ? LIMIT ?").params(offset, limit)
                .query((row, _) -> row(row)).list();
    }

    /** All rows of a view that is held, in the order of its key. */
    void each(String view, Face face, Consumer<Map<String, @Nullable Object>> taker) {
        database.sql(select(view, face, Order.BY_KEY)).withFetchSize(AT_ONCE)
                .query((ResultSet row) -> taker.accept(row(row)));
    }

    private static String select(String view, Face face, Order order) {
        String columns = face.names().stream().map(Select::quoted).collect(Collectors.joining(", "));
        return "SELECT row_to_json((SELECT r FROM (SELECT %s) r))::text FROM views.%s ORDER BY %s".formatted(columns,
                table(view), by(face, order));
    }

    private static String by(Face face, Order order) {
        return face.column(order.column())
                .map(column -> Select.quoted(column.name()) + (order.descending() ? " DESC" : "") + " NULLS LAST, ")
                .orElse("") + "\"#\"";
    }

    private static Map<String, @Nullable Object> row(ResultSet row) throws SQLException {
        return JSON.readValue(row.getString(1), ROW);
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
                row.getLong("millis"), Face.of(row.getString("face")));
    }
}
