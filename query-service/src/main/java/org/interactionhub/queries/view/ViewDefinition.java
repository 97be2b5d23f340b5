package org.interactionhub.queries.view;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a view file says.
 *
 * @param name of the file without {@code .sql}
 * @param about the question that it answers
 * @param key the columns by which a row is told from all others
 * @param chart null if it is a table only
 * @param sql the SELECT
 * @param firstLine of the SELECT in its file, counted from 1
 * @param fingerprint changes with the file
 */
public record ViewDefinition(String name, Said title, Said about, List<String> key, List<Column> columns,
        @Nullable Chart chart, String sql, int firstLine, String fingerprint) {

    public ViewDefinition {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    Face face() {
        return new Face(title, about, key, columns, chart);
    }

    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
