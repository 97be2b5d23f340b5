package org.interactionhub.queries.view;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.interactionhub.events.ReportedOriginal;

/** A file of the views' directory. */
sealed interface ViewFile {

    String name();

    /** One that says what a view is; whether PostgreSQL takes its SELECT, building it will tell. */
    record Sound(ViewDefinition view) implements ViewFile {
        @Override
        public String name() {
            return view.name();
        }
    }

    /** One that does not, and why. */
    record Broken(String name, String sentence, String text) implements ViewFile {}

    /** @param name of the file, without {@code .sql} */
    static ViewFile of(String name, String text) {
        try {
            return new Sound(definition(name, text));
        } catch (ViewRefused e) {
            return new Broken(name, String.valueOf(e.getMessage()), text);
        }
    }

    private static ViewDefinition definition(String name, String text) {
        if (!name.matches("[a-z][a-z0-9-]{0,49}")) {
            throw new ViewRefused("A view's file is named by small Latin letters, digits and hyphens, at most 50.");
        }
        List<String> lines = text.lines().toList();
        int header = 0;
        while (header < lines.size() && (lines.get(header).isBlank() || lines.get(header).strip().startsWith("--"))) {
            header++;
        }
        ViewHeader said = ViewHeader.of(lines.subList(0, header));
        String sql = String.join("\n", lines.subList(header, lines.size())).strip();
        if (sql.endsWith(";")) {
            sql = sql.substring(0, sql.length() - 1);
        }
        if (sql.isBlank()) {
            throw new ViewRefused("There is no SELECT in the file.");
        }
        return new ViewDefinition(name, said.both("title"), said.both("about"), said.key(), said.columns(),
                said.chart(), sql, header + 1,
                ReportedOriginal.sha256((name + "\n" + text).getBytes(StandardCharsets.UTF_8)));
    }
}
