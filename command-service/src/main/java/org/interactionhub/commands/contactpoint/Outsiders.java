package org.interactionhub.commands.contactpoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.ReportId;

/**
 * Everybody in a report who is not us, as far as the report alone can tell.
 *
 * @param streams of their contact points
 */
public record Outsiders(ReportId reportId, List<Outsider> people, Map<ContactPoint, UUID> streams) {

    public static Outsiders of(InteractionReport report) {
        List<Outsider> people = Outsider.of(report);
        Map<ContactPoint, UUID> streams = new HashMap<>();
        for (Outsider outsider : people) {
            outsider.all().forEach(point -> streams.computeIfAbsent(point, each -> each.id().value()));
        }
        return new Outsiders(report.reportId(), people, streams);
    }
}
