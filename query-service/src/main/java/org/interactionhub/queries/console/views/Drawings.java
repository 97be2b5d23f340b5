package org.interactionhub.queries.console.views;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private static final int MONTHS = 240;
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
        Column x = column(chart.x());
        Column y = column(chart.y());
        List<String> places = places(x, rows);
        Map<String, Map<String, Double>> bySeries = new LinkedHashMap<>();
        rows.forEach(row -> {
            if (row.get(chart.y()) instanceof Number number && row.get(chart.x()) != null) {
                bySeries.computeIfAbsent(series(row), _ -> new LinkedHashMap<>())
                        .merge(String.valueOf(row.get(chart.x())), number.doubleValue(), Double::sum);
            }
        });
        List<Map.Entry<String, Map<String, Double>>> shown = bySeries.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Map<String, Double>> each) -> -weight(each)))
                .limit(SERIES).toList();
        Unit unit = unit(y, shown);
        List<Drawing.Series> drawn = new ArrayList<>();
        shown.forEach(each -> drawn.add(series(each, places, y, unit, drawn.size() + 1)));
        return new Drawing(chart.kind().value(), axis(y, unit),
                places.stream().map(place -> cells.shortText(x, place)).toList(), drawn,
                bySeries.size() > SERIES ? visitor.words().say("view.chart.most", SERIES) : null);
    }

    /** Of spans it is said which one of several is drawn, and in which unit. */
    private String axis(Column y, Unit unit) {
        return unit.name().isEmpty() ? "" : y.title().in(visitor.words().locale()) + ", " + unit.name();
    }

    private Drawing.Series series(Map.Entry<String, Map<String, Double>> each, List<String> places, Column y, Unit unit,
            int number) {
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
        return new Drawing.Series(name, isChannel ? each.getKey() : String.valueOf(number), data, texts);
    }

    /** Every month between the first and the last has its place, whether something happened in it or not. */
    private static List<String> places(Column x, List<Map<String, @Nullable Object>> rows) {
        Set<String> seen = rows.stream().map(row -> row.get(x.name())).filter(Objects::nonNull).map(Object::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (x.kind() != Kind.MONTH || seen.isEmpty()) {
            return List.copyOf(seen);
        }
        TreeSet<String> months = new TreeSet<>(seen);
        try {
            YearMonth last = YearMonth.parse(months.last());
            for (YearMonth month = YearMonth.parse(months.first()); month.isBefore(last)
                    && months.size() < MONTHS; month = month.plusMonths(1)) {
                months.add(month.toString());
            }
        } catch (DateTimeParseException e) {
            return List.copyOf(months); // a view may call anything a month
        }
        return List.copyOf(months);
    }

    private record Unit(String name, double size) {}

    /** Spans are drawn in the unit in which the longest is easily read. */
    private Unit unit(Column y, List<Map.Entry<String, Map<String, Double>>> series) {
        if (y.kind() == Kind.PERCENT) {
            return new Unit("%", 1);
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
    private double weight(Map.Entry<String, Map<String, Double>> series) {
        return column(chart.y()).kind() == Kind.SECONDS
                ? series.getValue().size()
                : series.getValue().values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private String series(Map<String, @Nullable Object> row) {
        Object value = chart.series() == null ? null : row.get(chart.series());
        return value == null ? "" : value.toString();
    }

    private Column column(String name) {
        return face.column(name).orElseThrow();
    }
}
