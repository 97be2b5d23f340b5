package org.interactionhub.queries.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person sees of a view, as the header of its file says it. It is kept with what was built: a table is read by the
 * columns that it has, whatever its file says by now.
 *
 * @param key the columns by which a row is told from all others
 * @param chart null if it is a table only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Face(Said title, Said about, List<String> key, List<Column> columns, @Nullable Chart chart) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Face {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    static Face of(String json) {
        return JSON.readValue(json, Face.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    public Optional<Column> column(@Nullable String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The same under the name, and with the question, of another. */
    Face called(Face other) {
        return new Face(other.title, other.about, key, columns, chart);
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
