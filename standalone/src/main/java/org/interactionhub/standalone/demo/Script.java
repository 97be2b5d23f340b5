package org.interactionhub.standalone.demo;

import java.time.Instant;
import java.util.List;
import org.interactionhub.events.ContactPoint;

/**
 * A story made ready to be played.
 *
 * @param contactPoints of the client that staff know, in the order of her people
 * @param owners of the client, the first one first
 * @param deliveries in the order of time
 * @param twice those of them that are delivered twice
 * @param sayings in the order of time
 */
record Script(Story story, List<ContactPoint> contactPoints, List<Owner> owners, List<Delivery> deliveries,
        List<Delivery> twice, List<Saying> sayings) {

    /** True if staff register the client before she comes to them; else the hub makes her acquaintance. */
    boolean isRegistered() {
        return story.kind() != null;
    }

    /** How many contacts there are of it. */
    long contacts() {
        return deliveries.stream().map(Delivery::contact).distinct().count()
                + sayings.stream().filter(saying -> saying.kind() == Saying.Kind.TELL).count();
    }

    /** When the company first heard of her. */
    Instant begin() {
        return deliveries.getFirst().reports().getFirst().occurredAt();
    }

    record Owner(String name, Instant since) {}
}
