package org.interactionhub.readers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interactionhub.events.Attachment;
import org.interactionhub.events.Booking;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.events.ReportId;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.events.Unreadable;
import org.jspecify.annotations.Nullable;

/** A report in the making. Everything that leaves it is plain: no NUL, no half characters, no endless value. */
final class Draft {

    private static final int MOST_PARTICIPANTS = 500;

    private final Received received;
    private final ReaderVersion reader;
    private final String delivery;
    private final String contact;
    private final @Nullable Instant contactStated;
    private final @Nullable Instant stated;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final List<Participant> participants = new ArrayList<>();
    private final List<ContactPoint> statedPoints = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private InteractionReport.Kind kind = InteractionReport.Kind.RECORDED;
    private Direction direction = Direction.INBOUND;
    private Instant occurredAt;
    private @Nullable String conversation;
    private @Nullable String subject;
    private @Nullable String text;
    private @Nullable String reply;
    private @Nullable ReportedOriginal original;
    private @Nullable Booking booking;

    /**
     * @param delivery the provider's own name of this delivery within the account
     * @param contact the provider's own name of the contact within the account
     * @param stated the time the message states for itself, null if none
     */
    Draft(Received received, ReaderVersion reader, String delivery, String contact, @Nullable Instant stated) {
        this(received, reader, delivery, contact, stated, stated);
    }

    /** @param contactStated the time that every delivery about this contact states, null if some state none */
    Draft(Received received, ReaderVersion reader, String delivery, String contact, @Nullable Instant contactStated,
            @Nullable Instant stated) {
        this.received = received;
        this.reader = reader;
        this.delivery = delivery;
        this.contact = contact;
        this.contactStated = contactStated;
        this.stated = stated;
        this.occurredAt = received.receivedAt();
    }

    Draft kind(InteractionReport.Kind value) {
        kind = value;
        return this;
    }

    Draft direction(Direction value) {
        direction = value;
        return this;
    }

    Draft occurredAt(Instant value) {
        occurredAt = value;
        return this;
    }

    Draft conversation(@Nullable String value) {
        conversation = value;
        return this;
    }

    Draft subject(@Nullable String value) {
        subject = value;
        return this;
    }

    Draft text(@Nullable String value) {
        text = value;
        return this;
    }

    Draft reply(@Nullable String value) {
        reply = value;
        return this;
    }

    Draft participant(Participant.Role role, ContactPoint.Type type, String value, @Nullable String name) {
        if (participants.size() < MOST_PARTICIPANTS) {
            participants.add(new Participant(role, type, PlainText.line(value), PlainText.lineOrNull(name)));
        }
        return this;
    }

    Draft states(ContactPoint.Type type, String value) {
        ContactPoint.find(type, value).filter(point -> !statedPoints.contains(point)).ifPresent(statedPoints::add);
        return this;
    }

    Draft attachments(List<Attachment> values) {
        attachments.addAll(values);
        return this;
    }

    /** @param value plain JSON: text, number, boolean, list or map; null and empty ones are left away */
    Draft attribute(String name, @Nullable Object value) {
        if (value != null && !value.equals("") && !value.equals(List.of()) && !value.equals(Map.of())) {
            attributes.put(name, value);
        }
        return this;
    }

    /** @param shared by all reports of one original, so that it is not encoded for each; see {@link #originalOf} */
    Draft original(ReportedOriginal shared) {
        original = shared;
        return this;
    }

    static ReportedOriginal originalOf(Received received) {
        return ReportedOriginal.of(PlainText.line(received.contentType()), received.bytes());
    }

    Draft booking(Booking value) {
        booking = value;
        return this;
    }

    boolean hasNobody() {
        return participants.stream().allMatch(participant -> participant.contactPoint().isEmpty());
    }

    InteractionReport report() {
        return report(null);
    }

    /** A report with the original alone. */
    InteractionReport unreadable(Unreadable why) {
        return report(why);
    }

    private InteractionReport report(@Nullable Unreadable why) {
        String account = received.account();
        Channel channel = received.channel();
        attribute(Readers.ENVELOPE, envelope());
        String cut = text == null ? null : PlainText.capped(text);
        if (cut != null && text != null && cut.length() < PlainText.clean(text).length()) {
            attributes.put("textCut", true);
        }
        return new InteractionReport(ReportId.of(channel, account, delivery, stated),
                InteractionId.of(channel, account, contact, contactStated), kind, channel, account, direction,
                occurredAt,
                PlainText.lineOrNull(conversation), participants, statedPoints, PlainText.lineOrNull(subject), cut,
                reply == null ? null : PlainText.capped(reply), attachments, PlainText.cleanMap(attributes), reader,
                original == null ? originalOf(received) : original,
                booking, why);
    }

    /** What is needed beside the original to read it again. */
    private Map<String, Object> envelope() {
        Map<String, Object> kept = new LinkedHashMap<>(received.envelope());
        if (!occurredAt.equals(received.receivedAt())) {
            kept.put(Readers.RECEIVED_AT, received.receivedAt().toString());
        }
        return kept;
    }
}
