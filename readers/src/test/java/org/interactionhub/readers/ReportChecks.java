package org.interactionhub.readers;

import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant;

/** What must hold for every readable report. */
final class ReportChecks {

    private ReportChecks() {}

    static boolean hasASender(InteractionReport report) {
        return !report.stated().isEmpty() || report.participants().stream()
                .filter(participant -> participant.role() == Participant.Role.FROM)
                .anyMatch(participant -> participant.contactPoint().isPresent());
    }
}
