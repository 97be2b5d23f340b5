package org.interactionhub.queries.segment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.queries.segment.Features.Waiting;
import org.interactionhub.queries.segment.Rule.Op;
import org.jspecify.annotations.Nullable;

/** What a rule can ask of a client. */
public enum Field {

    /** prospect, client, partner or employee */
    KIND(Type.CHOICE, Unit.NONE),
    /** working hours since the oldest contact of hers that nobody has answered */
    HOURS_UNANSWERED(Type.NUMBER, Unit.WORKING_HOURS),
    /** whole days since the last contact, whoever began it */
    DAYS_SINCE_CONTACT(Type.NUMBER, Unit.DAYS),
    /** whole days since she last came to us */
    DAYS_SINCE_INBOUND(Type.NUMBER, Unit.DAYS),
    /** the first contact, or the registration where that was earlier */
    KNOWN_SINCE(Type.TIME, Unit.NONE),
    /** contacts in the current calendar quarter */
    CONTACTS_THIS_QUARTER(Type.NUMBER, Unit.CONTACTS),
    /** 1 for the prospect or client with most contacts in the current quarter; equals share a place */
    PLACE_THIS_QUARTER(Type.NUMBER, Unit.PLACE);

    /** What kind of value it has. */
    public enum Type {
        CHOICE(Op.EQ, Op.IN), NUMBER(Op.EQ, Op.GT, Op.GTE, Op.LT, Op.LTE), TIME(Op.WITHIN);

        private final Set<Op> ops;

        Type(Op... ops) {
            this.ops = Set.of(ops);
        }

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What it is counted in. */
    public enum Unit {
        NONE, WORKING_HOURS, DAYS, CONTACTS, PLACE;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final double HOUR = Duration.ofHours(1).toMillis();

    private final Type type;
    private final Unit unit;

    Field(Type type, Unit unit) {
        this.type = type;
        this.unit = unit;
    }

    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Type type() {
        return type;
    }

    public Unit unit() {
        return unit;
    }

    public List<Op> ops() {
        return type.ops.stream().sorted().toList();
    }

    void check(Op op, Object value) {
        if (!type.ops.contains(op)) {
            throw new IllegalArgumentException("'" + value() + "' cannot be asked with '" + op.value() + "'");
        }
        switch (type) {
            case CHOICE -> (value instanceof Collection<?> several ? several : List.of(value))
                    .forEach(one -> ClientEvent.Kind.of(String.valueOf(one)));
            case TIME -> Period.of(String.valueOf(value));
            case NUMBER -> {
                if (!(value instanceof Number)) {
                    throw new IllegalArgumentException("'" + value() + "' is held against a number, not " + value);
                }
            }
        }
    }

    /** What it is for this client: a word, a number or an instant, by its type; null if it says nothing of her. */
    @Nullable
    Object of(Subject subject) {
        Features features = subject.features();
        Standing standing = subject.standing();
        return switch (this) {
            case KIND -> features.kind().value();
            case HOURS_UNANSWERED -> hours(features.waiting(), standing);
            case DAYS_SINCE_CONTACT -> days(features.lastContactAt(), standing.at());
            case DAYS_SINCE_INBOUND -> days(features.lastInboundAt(), standing.at());
            case KNOWN_SINCE -> features.knownSince();
            case CONTACTS_THIS_QUARTER -> subject.contacts();
            case PLACE_THIS_QUARTER -> standing.place(subject);
        };
    }

    /** The time that the field counts from; null if it counts from none, or there is none. */
    @Nullable
    Instant since(Features features) {
        Waiting waiting = features.waiting();
        return switch (this) {
            case HOURS_UNANSWERED -> waiting == null ? null : waiting.since();
            case DAYS_SINCE_CONTACT -> features.lastContactAt();
            case DAYS_SINCE_INBOUND -> features.lastInboundAt();
            case KNOWN_SINCE -> features.knownSince();
            case KIND, CONTACTS_THIS_QUARTER, PLACE_THIS_QUARTER -> null;
        };
    }

    private static @Nullable Double hours(@Nullable Waiting waiting, Standing standing) {
        return waiting == null
                ? null
                : (double) Math.max(0, standing.hours().between(waiting.since(), standing.at()).toMillis()) / HOUR;
    }

    private static @Nullable Long days(@Nullable Instant since, Instant now) {
        return since == null ? null : Math.max(0, Duration.between(since, now).toDays());
    }
}
