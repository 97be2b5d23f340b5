package org.interactionhub.queries.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the comments on top of a view file: {@code -- key: value} a line. A line that is no such pair is a comment for
 * people.
 */
final class ViewHeader {

    private static final Pattern LINE = Pattern.compile("--\\s*([a-z]+(?:[. ][a-z0-9_]+)?)\\s*:\\s*(.+)");
    private static final Pattern COLUMN_NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    private static final String COLUMN = "column ";

    private final Map<String, String> said = new LinkedHashMap<>();

    private ViewHeader() {}

    static ViewHeader of(List<String> lines) {
        ViewHeader header = new ViewHeader();
        for (String line : lines) {
            Matcher pair = LINE.matcher(line.strip());
            if (pair.matches() && header.said.put(pair.group(1), pair.group(2).strip()) != null) {
                throw new ViewRefused("The header says '" + pair.group(1) + "' twice.");
            }
        }
        return header;
    }

    Said both(String what) {
        return new Said(demanded(what + ".en"), demanded(what + ".ru"));
    }

    List<String> key() {
        List<String> key = list(demanded("key"), ",");
        key.forEach(this::demandColumn);
        return key;
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        said.forEach((what, text) -> {
            if (what.startsWith(COLUMN)) {
                columns.add(column(what.substring(COLUMN.length()), list(text, "\\|")));
            }
        });
        if (columns.isEmpty()) {
            throw new ViewRefused(
                    "The header names no column; say '-- column NAME: KIND | English | Russian' for each.");
        }
        return columns;
    }

    private static Column column(String name, List<String> parts) {
        if (!COLUMN_NAME.matcher(name).matches() || parts.size() != 3 && parts.size() != 5) {
            throw new ViewRefused("The header's line about column '" + name + "' must read '-- column " + name
                    + ": KIND | English | Russian', or have two more parts that say what no value means.");
        }
        return new Column(name, value(Column.Kind.values(), parts.get(0), "column '" + name + "'"),
                new Said(parts.get(1), parts.get(2)),
                parts.size() == 3 ? null : new Said(parts.get(3), parts.get(4)));
    }

    @Nullable
    Chart chart() {
        if (!said.containsKey("chart")) {
            return null;
        }
        String series = said.get("series");
        Chart chart = new Chart(value(Chart.Kind.values(), demanded("chart"), "the chart"), demanded("x"),
                demanded("y"), series);
        demandColumn(chart.x());
        demandColumn(chart.y());
        if (series != null) {
            demandColumn(series);
        }
        return chart;
    }

    private void demandColumn(String name) {
        if (!said.containsKey(COLUMN + name)) {
            throw new ViewRefused("The header speaks of a column '" + name + "' without a line '-- column " + name
                    + ": ...' about it.");
        }
    }

    private String demanded(String what) {
        String text = said.get(what);
        if (text == null) {
            throw new ViewRefused("The header lacks a line '-- " + what + ": ...'.");
        }
        return text;
    }

    private static <E extends Enum<E>> E value(E[] values, String text, String of) {
        return Arrays.stream(values).filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text)).findFirst()
                .orElseThrow(() -> new ViewRefused("The kind of " + of + " is '" + text + "'; it must be one of "
                        + Arrays.toString(values).toLowerCase(Locale.ROOT) + "."));
    }

    private static List<String> list(String text, String separator) {
        return Arrays.stream(text.split(separator)).map(String::strip).toList();
    }
}
