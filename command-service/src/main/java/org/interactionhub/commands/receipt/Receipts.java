package org.interactionhub.commands.receipt;

import java.util.Optional;
import org.interactionhub.commands.deadletter.DeadLetterTable;
import org.interactionhub.commands.deadletter.KeptLetter;
import org.interactionhub.events.ReportId;
import org.interactionhub.events.Reported;
import org.interactionhub.events.Unreadable;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;

/** Finds what became of deliveries: in the log, else among the dead letters. */
public final class Receipts {

    private final EventLog log;
    private final DeadLetterTable letters;

    public Receipts(EventLog log, DeadLetterTable letters) {
        this.log = log;
        this.letters = letters;
    }

    /** Nothing as long as the delivery has not come this far. */
    Optional<Receipt> find(ReportId report) {
        return recorded(report).or(() -> letters.ofReport(report).map(letter -> setAside(report, letter)));
    }

    private Optional<Receipt> recorded(ReportId report) {
        for (StoredEvent stored : log.stream(report.value())) {
            if (stored.event().orElse(null) instanceof Reported reported
                    && reported.heard().reportId().equals(report)) {
                return Optional.of(
                        new Receipt(report, "recorded", stored.position(), reported.interactionId(), null));
            }
        }
        return Optional.empty();
    }

    private static Receipt setAside(ReportId report, KeptLetter letter) {
        return new Receipt(report, "dead-lettered", null, null,
                new Unreadable(letter.reason().code(), letter.reason().sentence()));
    }
}
