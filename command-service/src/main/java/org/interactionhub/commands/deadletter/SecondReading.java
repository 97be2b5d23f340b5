package org.interactionhub.commands.deadletter;

import org.interactionhub.events.InteractionId;
import org.interactionhub.events.ReportId;

/** Has a dead letter read again and, if it can be read now, taken in like any report. */
public interface SecondReading {

    /**
     * What became of it.
     *
     * @param state {@code recorded}, or {@code duplicate} if the log held it already
     * @param position where the log holds it
     */
    record Redriven(ReportId receiptId, String state, long position, InteractionId interactionId) {}

    /** The letter stays where it is; tells why, as it looks now. */
    final class StillNoReport extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient DeadLetter.Reason reason;

        public StillNoReport(DeadLetter.Reason reason) {
            super(reason.code(), null, false, false);
            this.reason = reason;
        }

        DeadLetter.Reason reason() {
            return reason;
        }
    }

    /** @param raw its bytes */
    Redriven read(KeptLetter letter, byte[] raw) throws StillNoReport;
}
