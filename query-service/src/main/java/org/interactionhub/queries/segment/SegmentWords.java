package org.interactionhub.queries.segment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Wording;
import org.interactionhub.queries.segment.Features.Waiting;
import org.interactionhub.queries.segment.Field.Unit;
import org.interactionhub.queries.segment.Rule.All;
import org.interactionhub.queries.segment.Rule.Any;
import org.interactionhub.queries.segment.Rule.Clause;
import org.interactionhub.queries.segment.Rule.Not;
import org.jspecify.annotations.Nullable;

/** Says segments, rules and reasons in one visitor's language. */
public record SegmentWords(Visitor visitor) {

    public String title(Segment segment) {
        return words().say("segment." + segment.name() + ".title");
    }

    public String about(Segment segment) {
        return words().say("segment." + segment.name() + ".about");
    }

    public String field(Field field) {
        return words().say("field." + field.value());
    }

    String about(Field field) {
        return words().say("field." + field.value() + ".about");
    }

    /** The conditions that must all hold, each in words. */
    public List<String> conditions(Segment segment) {
        return segment.rule() instanceof All all ? flat(all).map(this::rule).toList() : List.of(rule(segment.rule()));
    }

    private static Stream<Rule> flat(All all) {
        return all.all().stream().flatMap(one -> one instanceof All inner ? flat(inner) : Stream.of(one));
    }

    private String rule(Rule rule) {
        return switch (rule) {
            case All all -> joined(all.all(), "rule.and");
            case Any any -> joined(any.any(), "rule.or");
            case Not not -> words().say("rule.not", rule(not.not()));
            case Clause clause -> words().say("rule.clause", field(clause.field()), wanted(clause));
        };
    }

    private String joined(List<Rule> rules, String by) {
        return rules.stream().map(this::rule).collect(Collectors.joining(words().say(by)));
    }

    /** What a condition asks for, as in {@code at least 90 days}. */
    private String wanted(Clause clause) {
        return switch (clause.field().type()) {
            case CHOICE, TEXT ->
                (clause.value() instanceof Collection<?> several ? several : List.of(clause.value())).stream()
                        .map(one -> choice(clause.field(), one)).collect(Collectors.joining(words().say("rule.or")));
            case TIME -> period(Period.of(String.valueOf(clause.value())));
            case NUMBER -> words().say("op." + clause.op().value(),
                    counted(clause.field().unit(), (Number) clause.value(), ".bound"));
        };
    }

    private String period(Period period) {
        return period.days() > 0
                ? words().count("period.last-days", period.days())
                : words().say("period." + period.value());
    }

    /** The same, with a not where the rule asks that it does not hold. */
    public String asked(Check check) {
        String wanted = wanted(check.clause());
        return check.negated() ? words().say("rule.not", wanted) : wanted;
    }

    /** What a condition found, as in {@code 12 days}. */
    public String actual(Check check) {
        return actual(check.clause().field(), check.actual());
    }

    private String actual(Field field, @Nullable Object actual) {
        return switch (field.type()) {
            case CHOICE, TEXT -> actual == null ? none() : choice(field, actual);
            case TIME -> actual instanceof Instant time ? visitor.times().date(time) : none();
            case NUMBER -> actual instanceof Number number ? counted(field.unit(), number, "") : none();
        };
    }

    /** A condition and what it found, in a sentence. */
    public String check(Check check) {
        return words().say("check", field(check.clause().field()), actual(check), asked(check));
    }

    /** What would have to change for the condition to speak for her; empty if it does. */
    public String change(Check check) {
        if (check.speaksFor()) {
            return "";
        }
        Long missing = Shortfall.of(check);
        if (missing == null) {
            return words().say("change.to", asked(check));
        }
        return words().say(missing > 0 ? "change.more" : "change.less",
                counted(check.clause().field().unit(), Math.abs(missing), ""));
    }

    /** Why she is in the segment, or what keeps her out. */
    public String verdict(Segment segment, Subject subject) {
        if (subject.isIn(segment)) {
            return words().say("verdict.in", title(segment), reason(segment, subject));
        }
        return words().say("verdict.out", title(segment),
                subject.checks(segment).stream().filter(check -> !check.speaksFor())
                        .map(this::check).collect(Collectors.joining(" ")));
    }

    /** What makes a member one, in a sentence. */
    public String reason(Segment segment, Subject subject) {
        Features features = subject.features();
        return switch (segment.figure()) {
            case HOURS_UNANSWERED -> waiting(features.waiting(), Field.HOURS_UNANSWERED.of(subject));
            case DAYS_SINCE_CONTACT -> since("reason.contact", features.lastContactAt(),
                    Field.DAYS_SINCE_CONTACT.of(subject));
            case DAYS_SINCE_INBOUND -> since("reason.inbound", features.lastInboundAt(),
                    Field.DAYS_SINCE_INBOUND.of(subject));
            case KNOWN_SINCE -> words().say(
                    features.knownSince().equals(features.firstContactAt()) ? "reason.first" : "reason.registered",
                    visitor.times().date(features.knownSince()));
            case CONTACTS_THIS_QUARTER, PLACE_THIS_QUARTER -> words().say("reason.place",
                    words().count("reason.contacts", subject.contacts()), subject.standing().place(subject));
            case KIND, OWNER, OPEN_PLANS, INTERACTIONS, INBOUND, OUTBOUND, MISSED_CALLS, FIRST_CONTACT_AT,
                    LAST_CONTACT_AT, LAST_CHANNEL,
                    PAYMENTS, LAST_PAYMENT_AT, DAYS_SINCE_PAYMENT, VALUE_12M, RECENCY, FREQUENCY, MONEY, RFM, ABC ->
                words().say("rule.clause", field(segment.figure()),
                        actual(segment.figure(), segment.figure().of(subject)));
        };
    }

    private String waiting(@Nullable Waiting waiting, @Nullable Object hours) {
        return waiting == null
                ? none()
                : words().say("reason.waiting", words().say("reason.waiting." + waiting.channel().value()),
                        visitor.times().dateAndTime(waiting.since()),
                        counted(Unit.WORKING_HOURS, (Number) Objects.requireNonNull(hours), ""));
    }

    private String since(String key, @Nullable Instant time, @Nullable Object days) {
        return time == null
                ? none()
                : words().say(key, visitor.times().date(time),
                        counted(Unit.DAYS, (Number) Objects.requireNonNull(days), ""));
    }

    private String counted(Unit unit, Number number, String form) {
        return switch (unit) {
            case WORKING_HOURS, DAYS -> words().count("unit." + unit.value() + form, number.longValue());
            case NONE, CONTACTS, PLACE, PAYMENTS, MONEY -> words().say("unit.number", number.longValue());
        };
    }

    private String choice(Field field, Object value) {
        return switch (field) {
            case OWNER -> String.valueOf(value);
            case LAST_CHANNEL -> words().say("channel." + value).toLowerCase(words().locale());
            case RFM -> words().say("rfm." + value);
            case ABC -> words().say("abc." + value);
            default -> words().say("kind." + value).toLowerCase(words().locale());
        };
    }

    private String none() {
        return words().say("check.none");
    }

    private Wording words() {
        return visitor.words();
    }
}
