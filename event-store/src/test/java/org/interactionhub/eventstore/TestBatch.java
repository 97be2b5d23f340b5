package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A batch put together from what a test wants of it. */
record TestBatch(Optional<Offsets> offsets, Function<Present, List<Group>> decision, Rows rows) implements Batch {

    interface Rows {
        void write(Connection connection, List<Outcome> outcomes) throws SQLException;
    }

    static TestBatch deciding(Function<Present, List<Group>> decision) {
        return new TestBatch(Optional.empty(), decision, (_, _) -> {
        });
    }

    TestBatch covering(Offsets covered) {
        return new TestBatch(Optional.of(covered), decision, rows);
    }

    TestBatch alongside(Rows more) {
        return new TestBatch(offsets, decision, more);
    }

    @Override
    public List<Group> decide(Present present) {
        return decision.apply(present);
    }

    @Override
    public void alongside(Connection connection, List<Outcome> outcomes) throws SQLException {
        rows.write(connection, outcomes);
    }
}
