package org.interactionhub.queries.segment;

import static org.interactionhub.queries.segment.Rule.Op.EQ;
import static org.interactionhub.queries.segment.Rule.Op.GT;
import static org.interactionhub.queries.segment.Rule.Op.GTE;
import static org.interactionhub.queries.segment.Rule.Op.IN;
import static org.interactionhub.queries.segment.Rule.Op.LTE;
import static org.interactionhub.queries.segment.Rule.Op.WITHIN;
import static org.interactionhub.queries.segment.Rule.clause;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.interactionhub.events.ClientEvent.Kind;

/**
 * A named rule, and what its members are told apart by. Own staff and partners are no members unless the rule itself asks
 * for a kind.
 *
 * @param figure the field that says most of a member
 * @param order which end of it stands first; equals stand by their ids
 */
public record Segment(String name, Rule rule, Field figure, Order order) {

    /** Which members stand first. */
    public enum Order {
        EARLIEST, LATEST, MOST
    }

    public Segment {
        if (!Rule.asks(rule, Field.KIND)) {
            rule = Rule.all(clause(Field.KIND, IN, List.of(Kind.PROSPECT.value(), Kind.CLIENT.value())), rule);
        }
    }

    /**
     * The segments that every hub has.
     *
     * @param answerWithin working hours within which we mean to answer
     */
    static List<Segment> shipped(int answerWithin) {
        return List.of(
                new Segment("unanswered", clause(Field.HOURS_UNANSWERED, GT, answerWithin), Field.HOURS_UNANSWERED,
                        Order.EARLIEST),
                new Segment("silent", clause(Field.DAYS_SINCE_CONTACT, GTE, 90), Field.DAYS_SINCE_CONTACT,
                        Order.LATEST),
                new Segment("new-this-month", Rule.all(clause(Field.KIND, EQ, Kind.PROSPECT.value()),
                        clause(Field.KNOWN_SINCE, WITHIN, Period.THIS_MONTH.value())), Field.KNOWN_SINCE,
                        Order.LATEST),
                new Segment("most-contacts", Rule.all(clause(Field.CONTACTS_THIS_QUARTER, GTE, 3),
                        clause(Field.PLACE_THIS_QUARTER, LTE, 20)), Field.CONTACTS_THIS_QUARTER, Order.MOST));
    }

    /** A rule that nobody has given a name yet; the last contact tells its members apart. */
    static Segment tried(Rule rule) {
        return new Segment("", rule, Field.LAST_CONTACT_AT, Order.LATEST);
    }

    /** Where a member stands: the least first. It stays while nothing new is known of her, so that pages hold. */
    long place(Subject subject) {
        Instant since = figure.since(subject.features());
        long micros = since == null ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, since);
        return switch (order) {
            case EARLIEST -> micros;
            case LATEST -> -micros;
            case MOST -> -subject.contacts();
        };
    }
}
