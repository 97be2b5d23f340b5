package org.interactionhub.queries.console.views;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.view.Chart;
import org.interactionhub.queries.view.Column;
import org.interactionhub.queries.view.Column.Kind;
import org.interactionhub.queries.view.Face;
import org.jspecify.annotations.Nullable;

/** Makes a chart of a view's rows. */
final class Drawings {

    /** More lines or colours than these nobody tells apart. */
    private static final int SERIES = 8;
    /** A year of quarters. */
    private static final int PERIODS = 4;
    /** More lying bars nobody reads on a phone. */
    private static final int ROWS = 8;
    private static final double HOUR = 3600;
    private static final double DAY = 24 * HOUR;

    private final Face face;
    private final Chart chart;
    private final Cells cells;
    private final Visitor visitor;

    private Drawings(Face face, Chart chart, Visitor visitor) {
        this.face = face;
        this.chart = chart;
        this.visitor = visitor;
        cells = new Cells(visitor.words());
    }

    static Drawing of(Face face, Chart chart, List<Map<String, @Nullable Object>> rows, Visitor visitor) {
        return new Drawings(face, chart, visitor).drawing(rows);
    }

    private Drawing drawing(List<Map<String, @Nullable Object>> rows) {
        Column y = column(chart.y());
        Map<String, Map<String, Double>> bySeries = new LinkedHashMap<>();
        rows.forEach(row -> {
            if (row.get(chart.y()) instanceof Number number && (isRows() || row.get(chart.x()) != null)) {
                bySeries.computeIfAbsent(value(chart.series(), row), _ -> new LinkedHashMap<>())
                        .merge(value(chart.x(), row), number.doubleValue(), Double::sum);
            }
        });
        List<Map.Entry<String, Map<String, Double>>> shown = shown(bySeries);
        List<String> places = places(rows, shown);
        Unit unit = unit(y, shown);
        List<Drawing.Series> drawn = new ArrayList<>();
        shown.forEach(each -> drawn.add(series(each, places, y, unit, tint(drawn.size(), shown.size()))));
        return new Drawing(chart.kind().value(), axis(y, unit), places.stream().map(this::place).toList(), drawn,
                note(bySeries.size()));
    }

    private boolean isRows() {
        return chart.kind() == Chart.Kind.ROWS;
    }

    /** Are the series parts of the year, so that what is drawn is how something changes? */
    private boolean isInTime() {
        return chart.series() != null && column(chart.series()).kind().isPeriod();
    }

    /** The newest periods, from the oldest of them on; of everything else that of which there is most. */
    private List<Map.Entry<String, Map<String, Double>>> shown(Map<String, Map<String, Double>> bySeries) {
        Stream<Map.Entry<String, Map<String, Double>>> all = bySeries.entrySet().stream();
        return isInTime()
                ? all.sorted(Map.Entry.comparingByKey()).skip(Math.max(0, bySeries.size() - PERIODS)).toList()
                : all.sorted(Comparator
                        .comparingDouble((Map.Entry<String, Map<String, Double>> each) -> -weight(each.getValue())))
                        .limit(SERIES).toList();
    }

    private @Nullable String note(int series) {
        if (isInTime()) {
            return series > PERIODS ? visitor.words().say("view.chart.newest", PERIODS) : null;
        }
        return series > SERIES ? visitor.words().say("view.chart.most", SERIES) : null;
    }

    /** The later a period, the stronger its colour; the last is the strongest, however many there are. */
    private String tint(int number, int of) {
        return isInTime() ? "period-" + (PERIODS - of + number + 1) : String.valueOf(number + 1);
    }

    /** Of spans it is said which one of several is drawn, and in which unit. */
    private String axis(Column y, Unit unit) {
        return unit.name().isEmpty() ? "" : y.title().in(visitor.words().locale()) + ", " + unit.name();
    }

    private Drawing.Series series(Map.Entry<String, Map<String, Double>> each, List<String> places, Column y, Unit unit,
            String tint) {
        Column column = chart.series() == null ? null : column(chart.series());
        boolean isChannel = column != null && column.kind() == Kind.CHANNEL;
        String name = column == null
                ? y.title().in(visitor.words().locale())
                : cells.text(column, each.getKey().isEmpty() ? null : each.getKey());
        List<@Nullable Double> data = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (String place : places) {
            Double value = each.getValue().get(place);
            data.add(value == null ? null : value / unit.size());
            texts.add(cells.text(y, value));
        }
        return new Drawing.Series(name, isChannel ? each.getKey() : tint, data, texts);
    }

    /** What stands along the axis: rows from the largest of the last series down, the nameless last; else as the table has it. */
    private List<String> places(List<Map<String, @Nullable Object>> rows,
            List<Map.Entry<String, Map<String, Double>>> shown) {
        if (isRows()) {
            Comparator<String> order = Comparator.comparing(String::isEmpty);
            for (Map.Entry<String, Map<String, Double>> series : shown.reversed()) {
                order = order.thenComparing(place -> -series.getValue().getOrDefault(place, 0.0));
            }
            return shown.stream().flatMap(series -> series.getValue().keySet().stream()).distinct().sorted(order)
                    .limit(ROWS).toList();
        }
        Column x = column(chart.x());
        Set<String> seen = rows.stream().map(row -> row.get(x.name())).filter(Objects::nonNull).map(Object::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return x.kind().isPeriod() ? Periods.between(x.kind(), seen) : List.copyOf(seen);
    }

    private String place(String place) {
        return cells.shortText(column(chart.x()), place.isEmpty() ? null : place);
    }

    private record Unit(String name, double size) {}

    /** Spans are drawn in the unit in which the longest is easily read. */
    private Unit unit(Column y, List<Map.Entry<String, Map<String, Double>>> series) {
        if (y.kind() == Kind.PERCENT) {
            return new Unit("%", 1);
        }
        if (y.kind() == Kind.HOURS) {
            return new Unit(visitor.words().say("view.unit.hours"), 1);
        }
        if (y.kind() != Kind.SECONDS) {
            return new Unit("", 1);
        }
        double most = series.stream().flatMap(each -> each.getValue().values().stream())
                .mapToDouble(Double::doubleValue)
                .max().orElse(0);
        if (most < 2 * HOUR) {
            return new Unit(visitor.words().say("view.unit.minutes"), 60);
        }
        return most < 4 * DAY
                ? new Unit(visitor.words().say("view.unit.hours"), HOUR)
                : new Unit(visitor.words().say("view.unit.days"), DAY);
    }

    /** By how much there is of a series; with spans, by how many there are. */
    private double weight(Map<String, Double> series) {
        return column(chart.y()).kind().isSpan()
                ? series.size()
                : series.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static String value(@Nullable String column, Map<String, @Nullable Object> row) {
        Object value = column == null ? null : row.get(column);
        return value == null ? "" : value.toString();
    }

    private Column column(String name) {
        return face.column(name).orElseThrow();
    }
}
