package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a channel heard: the value of a record in topic {@code hub.interactions.reported}. A report judges nothing; what
 * the hub makes of it are {@link HubEvent}s. The public contract is {@code schemas/interaction-report.v1.schema.json}.
 *
 * @param reportId names this delivery; its repeats carry the same one
 * @param interactionId names the contact it belongs to
 * @param account which of our mailboxes, forms, exchanges or bots heard it
 * @param occurredAt the world's clock: when it was said, sent or dialled
 * @param conversation the channel's own name of the conversation, null if it has none
 * @param stated contact points that the sender states as her own, such as the fields of a form
 * @param text everything that was said, quoted history included
 * @param reply the sender's own words of a reply, null if the text is all hers
 * @param attributes what only this channel knows: fields and campaign of a form, duration and agent of a call
 * @param booking what was booked, of {@link Kind#DEAL_WON} and {@link Kind#PAYMENT_RECEIVED}; null of all others
 * @param unreadable set if no reader could read the original; then only ids, account, time and original are meaningful
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record InteractionReport(ReportId reportId, InteractionId interactionId, Kind kind, Channel channel,
        String account, Direction direction, Instant occurredAt, @Nullable String conversation,
        List<Participant> participants, List<ContactPoint> stated, @Nullable String subject, @Nullable String text,
        @Nullable String reply, List<Attachment> attachments, Map<String, Object> attributes, ReaderVersion reader,
        ReportedOriginal original, @Nullable Booking booking, @Nullable Unreadable unreadable) {

    /** The topic that reports travel in. */
    public static final String TOPIC = "hub.interactions.reported";

    /** The CloudEvents type of a report. */
    public static final String TYPE = "org.interactionhub.interaction.reported.v1";

    /**
     * What the delivery is about: a contact, a step of one, a change of its words, how a message of ours fared, or what
     * another system booked.
     */
    public enum Kind {
        RECORDED, PROGRESSED, EDITED, DELETED, DELIVERY, DEAL_WON, PAYMENT_RECEIVED;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether something was booked, instead of said. */
        public boolean isBooking() {
            return this == DEAL_WON || this == PAYMENT_RECEIVED;
        }

        /** @throws IllegalArgumentException if {@code value} is no kind */
        @JsonCreator
        public static Kind of(String value) {
            return valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    @SuppressWarnings("ConstantValue") // Jackson passes null for an absent list
    public InteractionReport {
        participants = participants == null ? List.of() : List.copyOf(participants);
        stated = stated == null ? List.of() : List.copyOf(stated);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }

    /** A report in which nothing is booked. */
    public InteractionReport(ReportId reportId, InteractionId interactionId, Kind kind, Channel channel, String account,
            Direction direction, Instant occurredAt, @Nullable String conversation, List<Participant> participants,
            List<ContactPoint> stated, @Nullable String subject, @Nullable String text, @Nullable String reply,
            List<Attachment> attachments, Map<String, Object> attributes, ReaderVersion reader,
            ReportedOriginal original, @Nullable Unreadable unreadable) {
        this(reportId, interactionId, kind, channel, account, direction, occurredAt, conversation, participants, stated,
                subject, text, reply, attachments, attributes, reader, original, null, unreadable);
    }

    /** The same report of another original. */
    public InteractionReport withOriginal(ReportedOriginal other) {
        return new InteractionReport(reportId, interactionId, kind, channel, account, direction, occurredAt,
                conversation, participants, stated, subject, text, reply, attachments, attributes, reader, other,
                booking, unreadable);
    }

    /** Where it was heard, as the CloudEvents source: {@code /channels/{channel}/{account}}. */
    public static String source(Channel channel, String account) {
        return "/channels/" + channel.value() + "/" + account;
    }
}
