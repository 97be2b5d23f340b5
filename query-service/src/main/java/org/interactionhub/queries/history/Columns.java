package org.interactionhub.queries.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.eventstore.BinaryCopy;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a kind of row, said once: arrays for {@code unnest}, COPY and the tables that a rebuild stages rows in are
 * all made from here, so that a row is the same whichever way it takes.
 */
record Columns<R>(List<Column<R>> all) {

    /** What PostgreSQL calls a type, and how a value of it is told in binary. */
    enum Type {
        BIGINT((rows, value) -> rows.bigint(((Number) value).longValue())), SMALLINT(
                (rows, value) -> rows.smallint(((Number) value).shortValue())), BOOLEAN(
                        (rows, value) -> rows.yes((Boolean) value)), TEXT(
                                (rows, value) -> rows.text((String) value)), JSONB(
                                        (rows, value) -> rows.jsonb((String) value)), UUID(
                                                (rows, value) -> rows.uuid((UUID) value)), TIMESTAMPTZ(
                                                        (rows, value) -> rows.time((Instant) value)), NUMERIC(
                                                                (rows, value) -> rows.numeric((BigDecimal) value));

        private final BiConsumer<BinaryCopy, Object> binary;

        Type(BiConsumer<BinaryCopy, Object> binary) {
            this.binary = binary;
        }

        void write(BinaryCopy rows, Object value) {
            binary.accept(rows, value);
        }
    }

    /** @param value null, a number, a boolean, a text, a UUID or a time; {@link Instant#MIN} and {@code MAX} stand for the infinities */
    record Column<R>(String name, Type type, Function<R, @Nullable Object> value) {}

    /** One array of a statement. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Values(String type, @Nullable Object[] cells) {}

    static <R> Columns<R> of(Class<R> kind) {
        return new Columns<>(List.of());
    }

    Columns<R> with(String name, Type type, Function<R, @Nullable Object> value) {
        return new Columns<>(Stream.concat(all.stream(), Stream.of(new Column<>(name, type, value))).toList());
    }

    String names() {
        return all.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** Names and types, as CREATE TABLE wants them. */
    String definition() {
        return all.stream().map(column -> column.name + " " + column.type).collect(Collectors.joining(", "));
    }

    /** {@code unnest} with a parameter for each column, in their order. */
    String unnest() {
        return all.stream().map(column -> "?::" + column.type + "[]")
                .collect(Collectors.joining(", ", "unnest(", ")"));
    }

    /** The rows turned on their side: one array per column. */
    List<Values> arrays(List<R> rows) {
        return all.stream().map(column -> {
            @Nullable
            Object[] cells = new Object[rows.size()];
            for (int i = 0; i < cells.length; i++) {
                Object cell = column.value.apply(rows.get(i));
                cells[i] = cell instanceof Instant time ? text(time) : cell;
            }
            return new Values(column.type.name(), cells);
        }).toList();
    }

    private static String text(Instant time) {
        if (time.equals(Instant.MIN)) {
            return "-infinity";
        }
        return time.equals(Instant.MAX) ? "infinity" : time.truncatedTo(ChronoUnit.MICROS).toString();
    }

    void write(BinaryCopy rows, R row) {
        rows.row(all.size());
        for (Column<R> column : all) {
            Object cell = column.value.apply(row);
            if (cell == null) {
                rows.nothing();
            } else {
                column.type.write(rows, cell);
            }
        }
    }
}
