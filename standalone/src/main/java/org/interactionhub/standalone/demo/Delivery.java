package org.interactionhub.standalone.demo;

import java.util.List;
import java.util.stream.Stream;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant;
import org.interactionhub.events.Participant.Role;

/**
 * Something that is handed to an inlet.
 *
 * @param path of the inlet
 * @param reports what the hub will make of it: its readers are asked before, so that the demo knows what to wait for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Delivery(String path, String contentType, byte[] body, List<InteractionReport> reports) {

    InteractionId contact() {
        return reports.getFirst().interactionId();
    }

    /** The contact points of the client in it. */
    List<ContactPoint> outside() {
        return reports.stream().flatMap(Delivery::outside).distinct().toList();
    }

    private static Stream<ContactPoint> outside(InteractionReport report) {
        Stream<Participant> others = report.participants().stream()
                .filter(one -> report.direction() == Direction.INBOUND
                        ? one.role() == Role.FROM
                        : one.role() == Role.TO || one.role() == Role.CC);
        return Stream.concat(others.flatMap(one -> one.contactPoint().stream()), report.stated().stream());
    }
}
