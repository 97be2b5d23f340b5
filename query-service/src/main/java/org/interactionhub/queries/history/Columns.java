package org.interactionhub.queries.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows turned on their side: one array per column, so that any number of rows is one statement with {@code unnest}. */
final class Columns<R> {

    /** @param type of each value, as PostgreSQL calls it */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Column(String type, @Nullable Object[] values) {}

    private final List<R> rows;
    private final List<Column> columns = new ArrayList<>();

    private Columns(List<R> rows) {
        this.rows = rows;
    }

    static <R> Columns<R> of(List<R> rows) {
        return new Columns<>(rows);
    }

    /** @param value UUIDs, numbers, times, or texts that PostgreSQL reads as {@code type} */
    Columns<R> with(String type, Function<R, @Nullable Object> value) {
        @Nullable
        Object[] values = new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            Object cell = value.apply(rows.get(i));
            values[i] = cell instanceof Instant time ? time.toString() : cell;
        }
        columns.add(new Column(type, values));
        return this;
    }

    List<Column> columns() {
        return columns;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** {@code unnest} with a parameter for each column, in their order. */
    String unnest() {
        return columns.stream().map(column -> "?::" + column.type + "[]")
                .collect(Collectors.joining(", ", "unnest(", ")"));
    }
}
