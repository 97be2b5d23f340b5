package org.interactionhub.queries.console.views;

import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.view.Column;
import org.interactionhub.queries.view.Order;
import org.interactionhub.queries.view.ViewRows;
import org.interactionhub.queries.view.ViewState;
import org.interactionhub.queries.view.Views;
import org.jspecify.annotations.Nullable;

/** Composes the table of a view. */
record ViewTables(Views views) {

    private static final String DOWN = "-";

    /** The order that an address asks for: a column, with a hyphen in front the other way round. */
    static Order order(ViewState view, String sort) {
        boolean down = sort.startsWith(DOWN);
        String name = down ? sort.substring(1) : sort;
        return view.columns().stream().filter(column -> column.name().equals(name)).findFirst()
                .map(column -> new Order(column.name(), down)).orElseGet(() -> usual(view));
    }

    /** The newest month or quarter first, else as the key says. */
    private static Order usual(ViewState view) {
        return view.columns().stream()
                .filter(column -> column.name().equals(view.key().getFirst()) && column.kind().isPeriod())
                .findFirst().map(column -> new Order(column.name(), true)).orElse(Order.BY_KEY);
    }

    ViewPage.Table table(ViewState view, String path, Order order, Visitor visitor) {
        ViewRows rows = views.rows(view.name(), order, Views.MOST, null);
        Cells cells = new Cells(visitor.words());
        List<Column> columns = rows.face().columns();
        return new ViewPage.Table(columns.stream().map(column -> head(column, path, order, visitor)).toList(),
                rows.items().stream().map(row -> columns.stream().map(column -> cell(column, row, cells)).toList())
                        .toList(),
                rows.next() == null ? null : rest(view, visitor));
    }

    private static ViewPage.Head head(Column column, String path, Order order, Visitor visitor) {
        boolean isSorted = column.name().equals(order.column());
        // numbers are looked at from the largest down
        boolean down = isSorted ? !order.descending() : column.kind().isNumber();
        return new ViewPage.Head(column.title().in(visitor.words().locale()),
                Addresses.with(path, Map.of("sort", (down ? DOWN : "") + column.name())),
                isSorted ? order.descending() ? "descending" : "ascending" : null, column.kind().isNumber());
    }

    private static ViewPage.Cell cell(Column column, Map<String, @Nullable Object> row, Cells cells) {
        Object value = row.get(column.name());
        return new ViewPage.Cell(cells.text(column, value),
                column.kind() == Column.Kind.CHANNEL && value != null ? value.toString() : "",
                column.kind().isNumber());
    }

    private static @Nullable String rest(ViewState view, Visitor visitor) {
        ViewState.Standing standing = view.standing();
        NumberFormat numbers = NumberFormat.getIntegerInstance(visitor.words().locale());
        return standing == null
                ? null
                : visitor.words().say("view.rest", numbers.format(Views.MOST), numbers.format(standing.rows()));
    }

}
