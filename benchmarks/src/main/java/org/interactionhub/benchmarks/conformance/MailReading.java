package org.interactionhub.benchmarks.conformance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant;
import org.interactionhub.events.Unreadable;
import org.interactionhub.readers.NotItsContentType;
import org.interactionhub.readers.Readers;
import org.interactionhub.readers.Received;
import org.jspecify.annotations.Nullable;

/** A mail as the hub reads it, received in one of our mailboxes long after it was written. */
record MailReading(InteractionReport report) {

    private static final Readers READERS = new Readers("RU");
    private static final String MAILBOX = "sales@hub.example";
    private static final Instant RECEIVED_AT = Instant.parse("2030-01-01T00:00:00Z");

    static MailReading of(byte[] bytes) throws NotItsContentType {
        return new MailReading(READERS.read(new Received(Channel.EMAIL, MAILBOX, "message/rfc822", bytes, RECEIVED_AT,
                Map.of("recipient", MAILBOX, "sender", "envelope@sender.example"))).getFirst());
    }

    /** The words as the whole body of a mail. */
    static MailReading ofText(String subType, String words) throws NotItsContentType {
        return of(("From: anna@acme.example\r\nMIME-Version: 1.0\r\nContent-Type: text/" + subType
                + "; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + words)
                .getBytes(StandardCharsets.UTF_8));
    }

    @Nullable
    Unreadable refusal() {
        return report.unreadable();
    }

    String sender() {
        return report.participants().stream().filter(one -> one.role() == Participant.Role.FROM).findFirst()
                .map(Participant::value).orElse("");
    }

    String senderName() {
        return report.participants().stream().filter(one -> one.role() == Participant.Role.FROM).findFirst()
                .map(Participant::name).orElse("");
    }

    List<String> addresses(Participant.Role role) {
        return report.participants().stream().filter(one -> one.role() == role).map(Participant::value).toList();
    }

    String subject() {
        return Objects.requireNonNullElse(report.subject(), "");
    }

    String text() {
        return Objects.requireNonNullElse(report.text(), "");
    }

    /** What the sender wrote herself: the reply, or all of the text where no history is quoted. */
    String own() {
        return Objects.requireNonNullElse(report.reply(), text());
    }

    String attribute(String name) {
        return String.valueOf(report.attributes().getOrDefault(name, ""));
    }

    List<String> attachmentNames() {
        return report.attachments().stream().map(one -> Objects.requireNonNullElse(one.name(), "")).toList();
    }
}
