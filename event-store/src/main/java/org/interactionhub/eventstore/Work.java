package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What one transaction of the writer is to do. */
sealed interface Work {

    Optional<Offsets> offsets();

    List<List<EncodedEvent>> decide(Present present);

    void alongside(Connection connection, List<Outcome> outcomes) throws SQLException;

    /** Decided before; may share a transaction. */
    record Decided(List<List<EncodedEvent>> groups) implements Work {

        @Override
        public Optional<Offsets> offsets() {
            return Optional.empty();
        }

        @Override
        public List<List<EncodedEvent>> decide(Present present) {
            return groups;
        }

        @Override
        public void alongside(Connection connection, List<Outcome> outcomes) {
            // nothing but facts
        }
    }

    /** To be decided while the log stands still. */
    record Undecided(Batch batch) implements Work {

        @Override
        public Optional<Offsets> offsets() {
            return batch.offsets();
        }

        @Override
        public List<List<EncodedEvent>> decide(Present present) {
            return batch.decide(present).stream().map(EncodedEvent::of).toList();
        }

        @Override
        public void alongside(Connection connection, List<Outcome> outcomes) throws SQLException {
            batch.alongside(connection, outcomes);
        }
    }
}
