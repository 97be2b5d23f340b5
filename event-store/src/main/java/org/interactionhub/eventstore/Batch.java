package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Facts that are decided and appended in one transaction, with the Kafka offsets they were read from and whatever rows
 * of its own the decider keeps. Each method may be called again after a failed transaction.
 */
public interface Batch {

    /** The offsets that become durable with the facts, or nothing if they do not come from Kafka. */
    Optional<Offsets> offsets();

    /** Decides, while the log stands still. Must be quick: at most 250 ms. */
    List<Group> decide(Present present);

    /**
     * Writes rows of the decider's own in the same transaction.
     *
     * @param outcomes one per group, in the order decided
     */
    void alongside(Connection connection, List<Outcome> outcomes) throws SQLException;
}
