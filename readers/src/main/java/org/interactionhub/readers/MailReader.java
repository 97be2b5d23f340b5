package org.interactionhub.readers;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.readers.mail.BaseSubject;
import org.interactionhub.readers.mail.Bounce;
import org.interactionhub.readers.mail.Headers.Address;
import org.interactionhub.readers.mail.Headers;
import org.interactionhub.readers.mail.Mail;
import org.interactionhub.readers.mail.MailKind;
import org.interactionhub.readers.mail.MailParser;
import org.interactionhub.readers.mail.MailTooMuch;
import org.interactionhub.readers.mail.Meeting;
import org.jspecify.annotations.Nullable;

/** Reads mail of any shape. */
final class MailReader implements Reader {

    private static final Duration CLOCK_SKEW = Duration.ofDays(1);
    private static final Instant BEFORE_MAIL = Instant.parse("1975-01-01T00:00:00Z");

    /** Headers that say a machine wrote the mail, and the attributes that keep them. */
    private static final Map<String, String> MACHINE_MARKS = Map.of("auto-submitted", "autoSubmitted", "precedence",
            "precedence", "list-id", "listId", "x-auto-response-suppress", "autoResponseSuppress");

    private final MailAddresses addresses;

    MailReader(MailAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public ReaderVersion version() {
        return new ReaderVersion("mail", 3);
    }

    @Override
    public List<InteractionReport> read(Received received) throws CannotRead {
        if (isBlank(received.bytes())) {
            throw new CannotRead("mail-empty", "The mail is empty.");
        }
        try {
            return List.of(reading(received, MailParser.parse(received.bytes())));
        } catch (MailTooMuch e) {
            throw new CannotRead(e.code(), e.sentence());
        }
    }

    private InteractionReport reading(Received received, Mail mail) throws CannotRead {
        Headers headers = mail.headers();
        Draft draft = draft(received, headers);
        List<Address> from = senders(mail, received);
        authors(draft, from);
        if (draft.hasNobody() && mail.kind() == null) {
            throw new CannotRead("mail-no-sender",
                    "The mail names no sender with an address, neither in From, Sender or Reply-To nor on its envelope.");
        }
        headers.addresses("to").forEach(to -> add(draft, Participant.Role.TO, to));
        headers.addresses("cc").forEach(cc -> add(draft, Participant.Role.CC, cc));
        headers.addresses("bcc").forEach(bcc -> add(draft, Participant.Role.BCC, bcc));
        describe(draft, headers, from);
        judge(draft, mail);
        return draft.direction(direction(received.account(), from))
                .conversation(conversation(mail))
                .subject(headers.text("subject").orElse(null))
                .text(mail.text())
                .reply(mail.reply())
                .attribute("signature", mail.signature())
                .attribute("textCut", mail.textCut() ? true : null)
                .attachments(mail.attachments())
                .report();
    }

    private Draft draft(Received received, Headers headers) {
        String hash = ReportedOriginal.sha256(received.bytes());
        String recipient = received.envelope().getOrDefault("recipient", received.account());
        Instant stated = headers.date().orElse(null);
        Draft draft = new Draft(received, version(), hash + "|" + recipient, messageId(headers).orElse(hash),
                headers.dateInIds().orElse(null));
        if (stated != null && isBelievable(stated, received.receivedAt())) {
            return draft.occurredAt(stated);
        }
        return draft.attribute("dateHeader", headers.text("date").orElse(null));
    }

    private static boolean isBelievable(Instant stated, Instant receivedAt) {
        return stated.isAfter(BEFORE_MAIL) && !stated.isAfter(receivedAt.plus(CLOCK_SKEW));
    }

    /**
     * From whom it says it is, as far as somebody can be recognised by that; else who sent it, else who is to be answered.
     * A mail system may have a name only.
     */
    private List<Address> senders(Mail mail, Received received) {
        Headers headers = mail.headers();
        for (String field : List.of("from", "sender", "reply-to")) {
            List<Address> found = headers.addresses(field);
            if (found.stream().anyMatch(address -> addresses.canonical(address.address()).isPresent())) {
                return found;
            }
        }
        Optional<String> named = headers.text("from").filter(from -> mail.kind() != null);
        if (named.isPresent()) {
            return List.of(Headers.withoutAddress(named.get()));
        }
        String envelope = received.envelope().get("sender");
        return envelope == null ? List.of() : List.of(new Address(null, envelope));
    }

    /** A mail may name several authors; it is the first whom it is from, and nothing joins the others to her. */
    private void authors(Draft draft, List<Address> from) {
        Address first = from.stream()
                .filter(sender -> addresses.canonical(sender.address()).isPresent())
                .findFirst()
                .orElse(from.isEmpty() ? null : from.getFirst());
        from.forEach(sender -> add(draft, sender == first ? Participant.Role.FROM : Participant.Role.CC, sender));
        if (from.size() > 1) {
            draft.attribute("authors", canonical(from));
        }
    }

    private void add(Draft draft, Participant.Role role, Address address) {
        String value = addresses.canonical(address.address()).orElse(address.address());
        draft.participant(role, ContactPoint.Type.EMAIL, value, address.name());
    }

    private Direction direction(String account, List<Address> from) {
        Optional<String> ours = addresses.canonical(account);
        boolean byUs = ours.isPresent()
                && from.stream().map(Address::address).map(addresses::canonical).anyMatch(ours::equals);
        return byUs ? Direction.OUTBOUND : Direction.INBOUND;
    }

    private void describe(Draft draft, Headers headers, List<Address> from) {
        draft.attribute("messageId", messageId(headers).orElse(null))
                .attribute("references", headers.messageIds("references"))
                .attribute("inReplyTo", headers.messageIds("in-reply-to").stream().findFirst().orElse(null))
                .attribute("replyTo", replyTo(headers, from))
                .attribute("baseSubject", headers.text("subject").map(BaseSubject::of).filter(BaseSubject::isReply)
                        .map(BaseSubject::words).orElse(null));
        MACHINE_MARKS.forEach((header, attribute) -> draft.attribute(attribute, headers.text(header).orElse(null)));
        headers.text("content-type").filter(type -> type.regionMatches(true, 0, "multipart/report", 0, 16))
                .ifPresent(type -> draft.attribute("multipartReport", true));
    }

    /** What no person wrote says what it is, so that nobody takes it for the words of a client. */
    private void judge(Draft draft, Mail mail) {
        MailKind kind = mail.kind();
        draft.attribute("mailKind", kind == null ? null : kind.value())
                .attribute("mailSystem", mail.bySystem() ? true : null)
                .attribute("meeting", meeting(mail.meeting()));
        Bounce bounce = mail.bounce();
        if (bounce != null) {
            bounce.recipients().forEach(failed -> add(draft, Participant.Role.CC, new Address(null, failed)));
            draft.attribute("bounce", bounce.hard() ? "hard" : "soft")
                    .attribute("failedRecipients", canonicalAddresses(bounce.recipients()))
                    .attribute("bounceStatus", bounce.status())
                    .attribute("bounceReason", bounce.reason())
                    .attribute("bouncedMessageId", bounce.messageId());
        }
    }

    /** What a mail says of a meeting, times in UTC; a plan of ours it becomes only when staff says so. */
    private Map<String, @Nullable Object> meeting(@Nullable Meeting meeting) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        if (meeting != null) {
            said.put("method", meeting.method());
            said.put("uid", meeting.uid());
            said.put("sequence", meeting.sequence());
            said.put("summary", meeting.summary());
            said.put("location", meeting.location());
            said.put("startsAt", text(meeting.startsAt()));
            said.put("endsAt", text(meeting.endsAt()));
            said.put("allDay", meeting.allDay());
            said.put("organizer", meeting.organizer() == null ? null : canonicalOrAsIs(meeting.organizer()));
            said.put("attendees", meeting.attendees().stream().map(this::canonicalOrAsIs).toList());
            said.put("status", meeting.status());
            said.put("recurrence", meeting.recurrence());
            said.put("occurrence", text(meeting.occurrence()));
            said.values().removeIf(value -> value == null || value.equals(List.of()));
        }
        return said;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private String canonicalOrAsIs(String address) {
        return addresses.canonical(address).orElse(address);
    }

    private List<String> canonicalAddresses(List<String> these) {
        return these.stream().flatMap(address -> addresses.canonical(address).stream()).distinct().toList();
    }

    private List<String> replyTo(Headers headers, List<Address> from) {
        List<String> senders = canonical(from);
        return canonical(headers.addresses("reply-to")).stream().filter(address -> !senders.contains(address)).toList();
    }

    private List<String> canonical(List<Address> these) {
        return these.stream().map(Address::address).map(this::canonicalOrAsIs).toList();
    }

    /** An order key only: what belongs to one thread is a judgement, made later. */
    private static @Nullable String conversation(Mail mail) {
        Headers headers = mail.headers();
        return headers.messageIds("references").stream().findFirst()
                .or(() -> headers.messageIds("in-reply-to").stream().findFirst())
                .or(() -> Optional.ofNullable(mail.bounce()).map(Bounce::messageId))
                .or(() -> messageId(headers))
                .orElse(null);
    }

    private static Optional<String> messageId(Headers headers) {
        return headers.messageIds("message-id").stream().findFirst();
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b > ' ' || b < 0) {
                return false;
            }
        }
        return true;
    }
}
