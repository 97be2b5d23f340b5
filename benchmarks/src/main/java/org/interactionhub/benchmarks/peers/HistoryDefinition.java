package org.interactionhub.benchmarks.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of the history, as the query service defines them, but without the words that are searched for: those are
 * measured alone.
 *
 * @param tables the statements that make tables
 * @param indexes those that make indexes
 */
public record HistoryDefinition(List<String> tables, List<String> indexes) {

    private static final String SCRIPT = "/org/interactionhub/queries/history/history.sql";
    private static final String WORDS = "interaction_fact_words";

    /** As this hub has it. */
    public static HistoryDefinition read() throws IOException {
        // no statement of the script has a semicolon inside
        List<String> statements = Stream.of(script().lines().filter(line -> !line.strip().startsWith("--"))
                .collect(Collectors.joining("\n")).split(";")).map(String::strip).filter(one -> !one.isEmpty())
                .toList();
        return new HistoryDefinition(statements.stream().filter(one -> !makesIndex(one)).toList(),
                statements.stream().filter(HistoryDefinition::makesIndex).filter(one -> !one.contains(WORDS)).toList());
    }

    private static String script() throws IOException {
        try (InputStream script = HistoryDefinition.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IOException(SCRIPT + " is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean makesIndex(String statement) {
        return statement.startsWith("CREATE INDEX") || statement.startsWith("CREATE UNIQUE INDEX");
    }

    /** Makes the empty tables in the current schema. */
    public void makeTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.execute(table);
            }
            statement.execute("ALTER TABLE interaction_fact DROP COLUMN words");
        }
    }

    /** Makes the indexes on the tables of the current schema. */
    public void makeIndexes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String index : indexes) {
                statement.execute(index);
            }
        }
    }
}
