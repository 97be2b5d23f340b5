package org.interactionhub.benchmarks.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.interactionhub.benchmarks.crowd.Contact;
import org.interactionhub.benchmarks.frame.BenchDatabase;

/** Whether the store's tables hold what was appended: all of it, once, in order, without gaps, with its originals. */
final class StoreCheck {

    /** Name and id of the topic that the offsets are kept for. */
    static final String TOPIC = "bench";

    private final BenchDatabase database;
    private final List<UUID> streams = new ArrayList<>();

    StoreCheck(BenchDatabase database, List<List<Contact>> batches) {
        this.database = database;
        for (List<Contact> batch : batches) {
            for (Contact contact : batch) {
                contact.facts().forEach(fact -> streams.add(contact.stream(fact)));
            }
        }
    }

    /** @param events that were said to be durable */
    List<String> of(long events) throws SQLException {
        List<String> wrong = contiguous(database, events);
        long contacts = database.number("SELECT next_offset FROM store.kafka_offset WHERE partition = 0");
        expect(database, wrong, "originals", contacts, "SELECT count(*) FROM store.original");
        inOrder(wrong);
        return wrong;
    }

    /** Whether the log has exactly the positions from 1 to {@code events}. */
    static List<String> contiguous(BenchDatabase database, long events) throws SQLException {
        List<String> wrong = new ArrayList<>();
        expect(database, wrong, "events", events, "SELECT count(*) FROM store.event");
        expect(database, wrong, "as last position", events, "SELECT max(position) FROM store.event");
        expect(database, wrong, "as first position", 1, "SELECT min(position) FROM store.event");
        return wrong;
    }

    private static void expect(BenchDatabase database, List<String> wrong, String what, long expected, String query)
            throws SQLException {
        long found = database.number(query);
        if (found != expected) {
            wrong.add("%d %s instead of %d.".formatted(found, what, expected));
        }
    }

    private void inOrder(List<String> wrong) throws SQLException {
        try (Connection connection = database.command().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT position, stream FROM store.event ORDER BY position")) {
            for (int place = 0; row.next(); place++) {
                if (row.getLong(1) != place + 1 || !streams.get(place).equals(row.getObject(2, UUID.class))) {
                    wrong.add("Out of order at position %d.".formatted(row.getLong(1)));
                    return;
                }
            }
        }
    }
}
