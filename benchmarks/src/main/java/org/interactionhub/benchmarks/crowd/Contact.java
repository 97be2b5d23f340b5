package org.interactionhub.benchmarks.crowd;

import java.util.List;
import java.util.UUID;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointEvent;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.Heard;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.InteractionEvent.InteractionRecorded;
import org.interactionhub.events.InteractionReport;

/**
 * One contact of one client: the fact that it took place, with its original, and for every other client the fact that
 * its address became known.
 *
 * @param facts one or two, each the first of its stream; the original belongs to the first one
 */
public record Contact(InteractionReport report, List<HubEvent> facts) {

    /** The contact alone, whoever it was with. */
    static Contact heard(InteractionReport report) {
        return new Contact(report, List.of(new InteractionRecorded(report.interactionId(), Heard.of(report))));
    }

    static Contact of(int number, InteractionReport report) {
        HubEvent recorded = new InteractionRecorded(report.interactionId(), Heard.of(report));
        if (number % 2 == 0) {
            return new Contact(report, List.of(recorded));
        }
        ContactPoint point = new ContactPoint(ContactPoint.Type.EMAIL, "client" + number + "@crowd.example");
        return new Contact(report,
                List.of(recorded, new ContactPointLinked(point, new ClientId(new UUID(0, number)),
                        ContactPointEvent.Method.FIRST_CONTACT, report.reportId(), null, null)));
    }

    /** What the facts stand under: the report that led to them. */
    public EventMetadata metadata() {
        return new EventMetadata(null, report.reportId().toString());
    }

    /** Where the hub keeps this fact. */
    public UUID stream(HubEvent fact) {
        return fact instanceof ContactPointLinked linked
                ? linked.contactPoint().id().value()
                : report.reportId().value();
    }
}
