package org.interactionhub.queries.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.interactionhub.events.ReportedOriginal;

/**
 * What a view may read, as the {@code WITH} clause in front of its SELECT. Names without a schema mean these relations;
 * the tables behind them cannot be named at all.
 */
final class Relations {

    private static final String SCRIPT = script();
    private static final List<Relation> ALL = Arrays.stream(SCRIPT.split("(?m)^-- relation ")).skip(1)
            .map(Relations::relation).toList();

    /** Changes when a relation means something else. */
    static final String FINGERPRINT = ReportedOriginal.sha256(SCRIPT.getBytes(StandardCharsets.UTF_8));

    private Relations() {}

    /** @param folded true if computing it twice costs more than keeping it for the time of one statement */
    record Relation(String name, boolean folded, List<Field> columns, String sql) {}

    record Field(String name, String type) {}

    static List<Relation> all() {
        return ALL;
    }

    /** The relations as they were known at this position. */
    static String at(long position) {
        return with(relation -> relation.sql().replace(":position", Long.toString(position)));
    }

    /** The relations without anything behind them: whatever else a SELECT reads then stands out. */
    static String hollow() {
        return with(relation -> relation.columns().stream()
                .map(field -> "NULL::" + field.type() + " AS " + field.name())
                .collect(Collectors.joining(", ", "SELECT ", "")));
    }

    private static String with(Function<Relation, String> body) {
        return ALL.stream()
                .map(relation -> relation.name() + (relation.folded() ? " AS (" : " AS NOT MATERIALIZED (")
                        + body.apply(relation) + "\n)")
                .collect(Collectors.joining(",\n", "WITH ", "\n"));
    }

    private static Relation relation(String text) {
        List<String> lines = text.lines().toList();
        String[] head = lines.getFirst().split(" ");
        List<Field> columns = new ArrayList<>();
        int line = 1;
        while (lines.get(line).startsWith("-- column ")) {
            String[] words = lines.get(line++).split(" ");
            columns.add(new Field(words[2], words[3]));
        }
        return new Relation(head[0], head.length > 1, List.copyOf(columns),
                String.join("\n", lines.subList(line, lines.size())).strip());
    }

    private static String script() {
        try (InputStream script = Relations.class.getResourceAsStream("relations.sql")) {
            if (script == null) {
                throw new IllegalStateException("relations.sql is missing beside " + Relations.class.getName());
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
