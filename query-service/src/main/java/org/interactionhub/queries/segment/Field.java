package org.interactionhub.queries.segment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.queries.segment.Features.Waiting;
import org.interactionhub.queries.segment.Rule.Op;
import org.jspecify.annotations.Nullable;

/** What a rule can ask of a client. */
public enum Field {

    /** prospect, client, partner or employee */
    KIND(Type.CHOICE, Unit.NONE, Stream.of(ClientEvent.Kind.values()).map(ClientEvent.Kind::value).toList()),
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
    PLACE_THIS_QUARTER(Type.NUMBER, Unit.PLACE),
    /** who of us looks after her, by name */
    OWNER(Type.TEXT, Unit.NONE),
    /** what is planned with her and neither held, missed nor called off, overdue or not */
    OPEN_PLANS(Type.NUMBER, Unit.CONTACTS),
    /** contacts ever */
    INTERACTIONS(Type.NUMBER, Unit.CONTACTS),
    /** those that she began */
    INBOUND(Type.NUMBER, Unit.CONTACTS),
    /** those that we began */
    OUTBOUND(Type.NUMBER, Unit.CONTACTS),
    /** calls of hers that nobody took */
    MISSED_CALLS(Type.NUMBER, Unit.CONTACTS),
    /** of all contacts, whoever began them */
    FIRST_CONTACT_AT(Type.TIME, Unit.NONE), LAST_CONTACT_AT(Type.TIME, Unit.NONE),
    /** which way the last contact took */
    LAST_CHANNEL(Type.CHOICE, Unit.NONE, Stream.of(Channel.values())
            .filter(channel -> channel != Channel.NOTE && channel != Channel.BUSINESS).map(Channel::value).toList()),
    /** payments ever, in whatever currency */
    PAYMENTS(Type.NUMBER, Unit.PAYMENTS), LAST_PAYMENT_AT(Type.TIME, Unit.NONE),
    /** whole days since she last paid */
    DAYS_SINCE_PAYMENT(Type.NUMBER, Unit.DAYS),
    /** what she paid in the last twelve months in the hub's currency; other currencies are not added up */
    VALUE_12M(Type.NUMBER, Unit.MONEY),
    /** how lately, how often and how much she pays in the hub's currency, each from 1 to 5, the best fifth of all who pay */
    RECENCY(Type.NUMBER, Unit.NONE), FREQUENCY(Type.NUMBER, Unit.NONE), MONEY(Type.NUMBER, Unit.NONE),
    /** what buyers of these three are called */
    RFM(Type.CHOICE, Unit.NONE, Stream.of(Rfm.Group.values()).map(Rfm.Group::value).toList()),
    /** a for the few who bring most of all value, b and c for the others */
    ABC(Type.CHOICE, Unit.NONE, List.of("a", "b", "c"));

    /** What kind of value it has. */
    public enum Type {
        CHOICE(Op.EQ, Op.IN), TEXT(Op.EQ, Op.IN), NUMBER(Op.EQ, Op.GT, Op.GTE, Op.LT, Op.LTE), TIME(Op.WITHIN);

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
        NONE, WORKING_HOURS, DAYS, CONTACTS, PLACE, PAYMENTS, MONEY;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final int YEAR = 12;
    private static final double HOUR = Duration.ofHours(1).toMillis();

    private final Type type;
    private final Unit unit;
    @SuppressWarnings("ImmutableEnumChecker") // lists that cannot be changed
    private final List<String> choices;

    Field(Type type, Unit unit) {
        this(type, unit, List.of());
    }

    Field(Type type, Unit unit, List<String> choices) {
        this.type = type;
        this.unit = unit;
        this.choices = choices;
    }

    /** @throws IllegalArgumentException naming the known ones, if {@code value} is no field */
    static Field of(String value) {
        return Stream.of(values()).filter(field -> field.value().equals(value)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + value + "' is no field; known are "
                        + Stream.of(values()).map(Field::value).collect(Collectors.joining(", "))));
    }

    /** What it can be, of a {@link Type#CHOICE}; else empty. */
    public List<String> choices() {
        return choices;
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
            case CHOICE, TEXT -> {
                if ((op == Op.IN) != value instanceof Collection<?>) {
                    throw new IllegalArgumentException(
                            "'in' is held against a list, 'eq' against one of it, not " + value);
                }
                (value instanceof Collection<?> several ? several : List.of(value)).forEach(this::choice);
            }
            case TIME -> Period.of(String.valueOf(value));
            case NUMBER -> {
                if (!(value instanceof Number)) {
                    throw new IllegalArgumentException("'" + value() + "' is held against a number, not " + value);
                }
            }
        }
    }

    private void choice(Object value) {
        if (type == Type.TEXT && !(value instanceof String)) {
            throw new IllegalArgumentException("'" + value() + "' is held against a text, not " + value);
        }
        if (type == Type.CHOICE && !choices.contains(String.valueOf(value))) {
            throw new IllegalArgumentException("'" + value + "' is none of those that '" + value() + "' can be: "
                    + String.join(", ", choices));
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
            case OWNER -> features.ownerAt(standing.at());
            case OPEN_PLANS -> features.openPlans();
            case INTERACTIONS -> features.counts().all();
            case INBOUND -> features.counts().inbound();
            case OUTBOUND -> features.counts().outbound();
            case MISSED_CALLS -> features.counts().missed();
            case FIRST_CONTACT_AT -> features.firstContactAt();
            case LAST_CONTACT_AT -> features.lastContactAt();
            case LAST_CHANNEL -> features.lastChannel() == null ? null : features.lastChannel().value();
            case PAYMENTS -> features.purchases().payments();
            case LAST_PAYMENT_AT -> features.purchases().lastAt();
            case DAYS_SINCE_PAYMENT -> days(features.purchases().lastAt(), standing.at());
            case VALUE_12M -> features.purchases().value(standing.before(YEAR), standing.at());
            case RECENCY -> ofRfm(subject, Rfm::recency);
            case FREQUENCY -> ofRfm(subject, Rfm::frequency);
            case MONEY -> ofRfm(subject, Rfm::money);
            case RFM -> ofRfm(subject, rfm -> rfm.group().value());
            case ABC -> standing.abc(subject);
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
            case FIRST_CONTACT_AT -> features.firstContactAt();
            case LAST_CONTACT_AT -> features.lastContactAt();
            case LAST_PAYMENT_AT, DAYS_SINCE_PAYMENT -> features.purchases().lastAt();
            case KIND, CONTACTS_THIS_QUARTER, PLACE_THIS_QUARTER, OWNER, OPEN_PLANS, INTERACTIONS, INBOUND, OUTBOUND,
                    MISSED_CALLS,
                    LAST_CHANNEL, PAYMENTS, VALUE_12M, RECENCY, FREQUENCY, MONEY, RFM, ABC ->
                null;
        };
    }

    private static @Nullable Object ofRfm(Subject subject, Function<Rfm, Object> part) {
        Rfm rfm = subject.standing().rfm(subject);
        return rfm == null ? null : part.apply(rfm);
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
