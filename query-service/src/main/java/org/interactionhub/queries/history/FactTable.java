package org.interactionhub.queries.history;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.interactionhub.queries.history.HistoryRow.Fact;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes the facts about contacts: by far the most bytes of a batch and never changed afterwards, so they go by COPY and
 * not as arrays. Runs in the transaction and the schema of its caller.
 */
final class FactTable {

    private static final String COPY = """
            COPY interaction_fact (position, interaction_id, event, channel, account, direction, occurred_at, recorded_at,
                actor, client_id, conversation, subject, text, reply, attributes, attachments, participants, stated,
                reader, by_machine) FROM STDIN""";

    private final JdbcTemplate database;

    FactTable(DataSource source) {
        database = new JdbcTemplate(source);
    }

    void add(List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        StringBuilder lines = new StringBuilder(facts.size() * 1024);
        facts.forEach(fact -> line(lines, fact.position(), fact.interactionId(), fact.event(), fact.channel(),
                fact.account(), fact.direction(), fact.occurredAt(), fact.recordedAt(), fact.actor(), fact.clientId(),
                fact.conversation(), fact.subject(), fact.text(), fact.reply(), fact.attributes(), fact.attachments(),
                fact.participants(), fact.stated(), fact.reader(), fact.byMachine()));
        database.execute((Connection connection) -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY,
                        new StringReader(lines.toString()));
            } catch (IOException e) {
                throw new SQLException("The facts could not be sent to the database.", e);
            }
        });
    }

    private static void line(StringBuilder lines, @Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                lines.append('\t');
            }
            cell(lines, cells[i]);
        }
        lines.append('\n');
    }

    private static void cell(StringBuilder lines, @Nullable Object cell) {
        if (cell == null) {
            lines.append("\\N");
            return;
        }
        String text = cell.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> lines.append("\\\\");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                case '\t' -> lines.append("\\t");
                default -> lines.append(c);
            }
        }
    }
}
