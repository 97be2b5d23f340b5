package org.interactionhub.queries.view;

import java.util.stream.Collectors;

/** A view's SELECT with the relations in front of it. */
record Select(String text, int sqlBegins) {

    private static final String ROW = "\"#\"";

    /** As it is checked: nothing is read. */
    static Select hollow(ViewDefinition view) {
        return wrapped(Relations.hollow() + "SELECT * FROM (\n", view, "\n) v");
    }

    /** As it is run: of one position, rows numbered in the order of the key. */
    static Select at(long position, ViewDefinition view) {
        String key = view.key().stream().map(Select::quoted).collect(Collectors.joining(", "));
        String columns = view.columns().stream().map(column -> "v." + quoted(column.name()))
                .collect(Collectors.joining(", "));
        return wrapped(Relations.at(position) + "SELECT row_number() OVER (ORDER BY " + key + ") AS " + ROW + ", "
                + columns + " FROM (\n", view, "\n) v ORDER BY 1");
    }

    private static Select wrapped(String before, ViewDefinition view, String after) {
        return new Select(before + view.sql() + after, before.length());
    }

    /** Names of columns are checked when a file is read; quoted all the same, since some are words of SQL. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
