package org.interactionhub.queries.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointEvent;
import org.interactionhub.events.Direction;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.Heard;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.InteractionEvent;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.Participant;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.events.ReportId;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.eventstore.Entry;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.NewEvent;
import org.interactionhub.eventstore.NewOriginal;
import org.interactionhub.eventstore.Outcome;
import org.jspecify.annotations.Nullable;

/** Tells the log what a project company went through with its clients, as the command side would have. */
final class Story {

    private static final EventMetadata OLGA = new EventMetadata(new EventMetadata.Actor("Ольга Орлова", false), null);
    private static final ContactPoint OUR_MAILBOX = mail("info@romashka.example");
    private static final ContactPoint OUR_NUMBER = phone("+74951234567");

    private final EventStore store;
    private int deliveries;

    Story(EventStore store) {
        this.store = store;
    }

    static ContactPoint mail(String address) {
        return new ContactPoint(ContactPoint.Type.EMAIL, address);
    }

    static ContactPoint phone(String number) {
        return new ContactPoint(ContactPoint.Type.PHONE, number);
    }

    static ContactPoint chat(String handle) {
        return new ContactPoint(ContactPoint.Type.CHAT, handle);
    }

    ClientId client(ClientEvent.Kind kind, String name, ContactPoint... points) {
        ClientId client = ClientId.next(Instant.EPOCH.plusSeconds(deliveries++));
        first(client.value(), new ClientEvent.ClientRegistered(client, kind, name), Instant.EPOCH, EventMetadata.NONE);
        for (ContactPoint point : points) {
            first(point.id().value(), new ContactPointEvent.ContactPointLinked(point, client,
                    ContactPointEvent.Method.FIRST_CONTACT, null, null, null), Instant.EPOCH, EventMetadata.NONE);
        }
        return client;
    }

    void mayBeTheSame(ClientId one, ClientId other) {
        judged(one.value(), 1, new ClientEvent.SameClientSuggested(one, other, new ReportId(UUID.randomUUID())),
                Instant.EPOCH, EventMetadata.NONE);
    }

    InteractionId writes(ContactPoint from, Instant at, String subject, String text, @Nullable String reply) {
        InteractionId mail = next(Channel.EMAIL, at);
        heard(new InteractionEvent.InteractionRecorded(mail, said(Channel.EMAIL, OUR_MAILBOX.value(), at, from,
                OUR_MAILBOX, subject, text, reply, Map.of())));
        return mail;
    }

    InteractionId fillsIn(ContactPoint from, Instant at, String text, Map<String, Object> attributes) {
        InteractionId form = next(Channel.WEB_FORM, at);
        heard(new InteractionEvent.InteractionRecorded(form, said(Channel.WEB_FORM, "website", at, from, null, null,
                text, null, attributes)));
        return form;
    }

    InteractionId calls(ContactPoint from, Instant at) {
        InteractionId call = next(Channel.PHONE, at);
        heard(new InteractionEvent.InteractionRecorded(call, step("newCall", from, at)));
        return call;
    }

    void isAnswered(InteractionId call, ContactPoint from, Instant at, String agent) {
        heard(new InteractionEvent.CallProgressed(call, said(Channel.PHONE, "office", at, from, OUR_NUMBER, null, null,
                null, Map.of("event", "answer", "agent", agent))));
    }

    void hangsUp(InteractionId call, ContactPoint from, Instant at) {
        heard(new InteractionEvent.CallProgressed(call, step("hangup", from, at)));
    }

    InteractionId chats(ContactPoint from, Instant at, String text) {
        InteractionId message = next(Channel.CHAT, at);
        heard(new InteractionEvent.InteractionRecorded(message, message(from, at, text)));
        return message;
    }

    void edits(InteractionId message, ContactPoint from, Instant at, String text) {
        heard(new InteractionEvent.MessageEdited(message, message(from, at, text)));
    }

    void takesBack(InteractionId message, ContactPoint from, Instant at) {
        heard(new InteractionEvent.MessageDeleted(message, message(from, at, "")));
    }

    InteractionId plan(ClientId client, Channel channel, Instant at, String subject) {
        InteractionId plan = next(channel, at);
        first(plan.value(), new InteractionEvent.InteractionPlanned(plan, client, channel, at, subject, null), at,
                OLGA);
        return plan;
    }

    InteractionId meet(ClientId client, Instant at, String subject, String text) {
        InteractionId meeting = next(Channel.MEETING, at);
        first(meeting.value(),
                new InteractionEvent.InteractionHeld(meeting, client, Channel.MEETING, at, subject, text), at, OLGA);
        return meeting;
    }

    void decide(InteractionId contact, int version, Instant at, String decision, List<String> options, String reason) {
        judged(contact.value(), version, new InteractionEvent.DecisionTaken(contact, decision, options, reason, 1), at,
                OLGA);
    }

    void note(ClientId client, Instant at, String text) {
        InteractionId note = next(Channel.NOTE, at);
        first(note.value(), new InteractionEvent.NoteAdded(note, client, at, null, text), at, OLGA);
    }

    private Heard step(String event, ContactPoint from, Instant at) {
        return said(Channel.PHONE, "office", at, from, OUR_NUMBER, null, null, null, Map.of("event", event));
    }

    private Heard message(ContactPoint from, Instant at, String text) {
        return said(Channel.CHAT, "telegram", at, from, null, null, text, null, Map.of("provider", "telegram"));
    }

    private Heard said(Channel channel, String account, Instant at, ContactPoint from, @Nullable ContactPoint to,
            @Nullable String subject, @Nullable String text, @Nullable String reply, Map<String, Object> attributes) {
        List<Participant> people = to == null
                ? List.of(party(Participant.Role.FROM, from))
                : List.of(party(Participant.Role.FROM, from), party(Participant.Role.TO, to));
        return new Heard(ReportId.of(channel, account, "delivery " + deliveries++, at), channel, account,
                Direction.INBOUND, at, null, people, List.of(), subject, text, reply, List.of(), attributes,
                new ReaderVersion(channel.value(), 1),
                original(channel, from, subject, text).ref());
    }

    private static ReportedOriginal original(Channel channel, ContactPoint from, @Nullable String subject,
            @Nullable String text) {
        String type = channel == Channel.EMAIL ? "message/rfc822" : "text/plain; charset=utf-8";
        String message = "From: " + from.value() + "\r\nSubject: " + (subject == null ? "" : subject) + "\r\n\r\n"
                + (text == null ? "" : text);
        return ReportedOriginal.of(type, message.getBytes(StandardCharsets.UTF_8));
    }

    private void heard(InteractionEvent.Intake event) {
        Heard heard = event.heard();
        ContactPoint from = heard.participants().getFirst().contactPoint().orElseThrow();
        ReportedOriginal kept = original(heard.channel(), from, heard.subject(), heard.text());
        append(new Entry.IfAbsent(new NewEvent(heard.reportId().value(), event, heard.occurredAt(), EventMetadata.NONE,
                new NewOriginal(kept))));
    }

    private void first(UUID stream, HubEvent event, Instant at, EventMetadata metadata) {
        judged(stream, 0, event, at, metadata);
    }

    private void judged(UUID stream, int version, HubEvent event, Instant at, EventMetadata metadata) {
        append(new Entry.AtVersion(new NewEvent(stream, event, at, metadata, null), version));
    }

    private void append(Entry entry) {
        assertThat(store.append(List.of(Group.of(entry)))).allMatch(Outcome.Appended.class::isInstance);
    }

    private InteractionId next(Channel channel, Instant at) {
        return InteractionId.of(channel, "story", "contact " + deliveries++, at);
    }

    private static Participant party(Participant.Role role, ContactPoint point) {
        return new Participant(role, point.type(), point.value(), null);
    }
}
