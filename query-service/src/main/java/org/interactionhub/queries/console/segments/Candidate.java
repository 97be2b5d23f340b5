package org.interactionhub.queries.console.segments;

import java.time.Duration;
import java.time.Instant;
import org.interactionhub.queries.console.frame.Commands;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.segment.Segment;

/** Makes up somebody whom a segment would hold. */
final class Candidate {

    private static final Duration LONG_AGO = Duration.ofDays(365);

    private Candidate() {}

    /** A line to be copied into a terminal, which lets her write to us. */
    static String of(Segment segment, String origin, Visitor visitor) {
        Instant now = visitor.times().now();
        return switch (segment.figure()) {
            case HOURS_UNANSWERED, DAYS_SINCE_CONTACT, DAYS_SINCE_INBOUND ->
                Commands.newcomer(origin, now.minus(LONG_AGO), visitor);
            case KIND, KNOWN_SINCE, OWNER, OPEN_PLANS, INTERACTIONS, INBOUND, FIRST_CONTACT_AT, LAST_CONTACT_AT,
                    LAST_CHANNEL, PAYMENTS,
                    LAST_PAYMENT_AT, DAYS_SINCE_PAYMENT, VALUE_12M, RECENCY, FREQUENCY, MONEY, RFM, ABC ->
                Commands.newcomer(origin, now, visitor);
            case CONTACTS_THIS_QUARTER, PLACE_THIS_QUARTER, OUTBOUND, MISSED_CALLS -> Commands.talk(origin, visitor);
        };
    }
}
