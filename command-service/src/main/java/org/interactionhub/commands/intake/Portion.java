package org.interactionhub.commands.intake;

import java.util.List;
import org.interactionhub.eventstore.Offsets;

/**
 * Records to be taken together, in one transaction with the offsets behind them.
 *
 * @param newest when Kafka was given the newest of them, in milliseconds since 1970
 */
record Portion(List<Incoming> records, Offsets offsets, long newest) {

    /**
     * A portion that is read: all of its work that does not depend on the log is done.
     *
     * @param readings of its records, in their order
     * @param nanos how long that took
     */
    record Read(Portion portion, List<Reading> readings, long nanos) {}
}
