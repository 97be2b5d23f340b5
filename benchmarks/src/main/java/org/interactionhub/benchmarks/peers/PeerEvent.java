package org.interactionhub.benchmarks.peers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.interactionhub.benchmarks.crowd.Contact;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant;
import org.jspecify.annotations.Nullable;

/**
 * A fact as users of Axon write one: a plain class with the fields that matter, its original in it, since the message as
 * it came has to be kept. Public fields, so that every serialiser gets on with it without annotations.
 */
@SuppressWarnings({"ClassCanBeRecord", "NullAway.Init"}) // XStream cannot read records
public final class PeerEvent {

    public String stream;
    public String kind;
    public String channel;
    public String account;
    public String direction;
    public Instant occurredAt;
    public @Nullable String address;
    public @Nullable String name;
    public @Nullable String subject;
    public @Nullable String text;
    public @Nullable String originalType;
    public @Nullable String originalSha256;
    public byte @Nullable [] original;

    /** For serialisers. */
    public PeerEvent() {}

    /** One for each fact of the contact; the original goes with the first. */
    public static List<PeerEvent> of(Contact contact) {
        List<PeerEvent> events = new ArrayList<>();
        for (HubEvent fact : contact.facts()) {
            PeerEvent event = new PeerEvent();
            event.stream = contact.stream(fact).toString();
            event.kind = fact.getClass().getSimpleName();
            event.heard(contact.report());
            if (fact instanceof ContactPointLinked linked) {
                event.address = linked.contactPoint().value();
            } else {
                event.said(contact.report());
            }
            events.add(event);
        }
        return events;
    }

    /** A small fact: somebody became a client. */
    public static PeerEvent registered(int number) {
        PeerEvent event = new PeerEvent();
        event.stream = new UUID(number, 0).toString();
        event.kind = "ClientRegistered";
        event.name = "Анна Соколова";
        return event;
    }

    private void heard(InteractionReport report) {
        channel = report.channel().value();
        account = report.account();
        direction = report.direction().value();
        occurredAt = report.occurredAt();
    }

    private void said(InteractionReport report) {
        Participant participant = report.participants().getFirst();
        address = participant.value();
        name = participant.name();
        subject = report.subject();
        text = report.text();
        originalType = report.original().contentType();
        originalSha256 = report.original().sha256();
        original = report.original().inline().orElse(null);
    }
}
