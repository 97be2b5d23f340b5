package org.interactionhub.queries.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.events.ReportedOriginal;

/**
 * What {@code history.sql} says, statement by statement: a rebuild makes the indexes when the tables are filled.
 *
 * @param tables all statements but those that make an index
 * @param builtBy names what tables are built by: their definition and the version of the projection
 */
record HistoryScript(List<String> tables, List<String> indexes, String builtBy) {

    /** That of this hub. */
    static final HistoryScript HERE = read();

    private static HistoryScript read() {
        String script = text();
        // no statement of the script has a semicolon inside
        List<String> statements = Stream.of(script.lines().filter(line -> !line.strip().startsWith("--"))
                .collect(Collectors.joining("\n")).split(";")).map(String::strip).filter(one -> !one.isEmpty())
                .toList();
        return new HistoryScript(statements.stream().filter(one -> !makesIndex(one)).toList(),
                statements.stream().filter(HistoryScript::makesIndex).toList(), ReportedOriginal
                        .sha256((script + HistoryProjection.VERSION).getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean makesIndex(String statement) {
        return statement.startsWith("CREATE INDEX") || statement.startsWith("CREATE UNIQUE INDEX");
    }

    private static String text() {
        try (InputStream script = HistoryScript.class.getResourceAsStream("history.sql")) {
            if (script == null) {
                throw new IllegalStateException("history.sql is missing beside " + HistoryScript.class.getName());
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
