package org.interactionhub.benchmarks.peers;

import java.time.Instant;
import java.util.UUID;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.ContactPointId;
import org.interactionhub.events.Heard;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.InteractionEvent.InteractionRecorded;
import org.interactionhub.events.Participant;
import org.interactionhub.events.ThreadId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fact as users of Axon write one, with everything in it that rows of the history need, ready to be written: the ids
 * that the hub derives are given, and what becomes JSON is JSON already. Public fields for every serialiser's sake.
 */
@SuppressWarnings({"ClassCanBeRecord", "NullAway.Init"}) // XStream cannot read records
public final class PeerFact {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public String stream;
    public @Nullable String interaction;
    public @Nullable String channel;
    public @Nullable String account;
    public @Nullable String direction;
    public @Nullable Instant occurredAt;
    public @Nullable String conversation;
    public @Nullable String thread;
    public @Nullable String subject;
    public @Nullable String text;
    public @Nullable String attributes;
    public @Nullable String participants;
    public @Nullable String reader;
    public @Nullable String role;
    public @Nullable String pointType;
    public @Nullable String pointValue;
    public @Nullable String point;
    public @Nullable String client;
    public @Nullable String clientKind;
    public @Nullable String clientName;
    public @Nullable String method;

    /** For serialisers. */
    public PeerFact() {}

    /** @throws IllegalArgumentException if the bench has no such facts */
    public static PeerFact of(UUID stream, HubEvent event, Instant occurredAt) {
        PeerFact fact = new PeerFact();
        fact.stream = stream.toString();
        fact.occurredAt = occurredAt;
        switch (event) {
            case InteractionRecorded recorded -> fact.recorded(recorded);
            case ClientRegistered registered -> fact.registered(registered);
            case ContactPointLinked linked -> fact.linked(linked);
            default -> throw new IllegalArgumentException("the bench has no " + event.getClass());
        }
        return fact;
    }

    private void recorded(InteractionRecorded event) {
        Heard heard = event.heard();
        interaction = event.interactionId().toString();
        channel = heard.channel().value();
        account = heard.account();
        direction = heard.direction().value();
        conversation = heard.conversation();
        thread = conversation == null
                ? null
                : ThreadId.of(heard.channel(), heard.account(), conversation).toString();
        subject = heard.subject();
        text = heard.text();
        attributes = JSON.writeValueAsString(heard.attributes());
        participants = JSON.writeValueAsString(heard.participants());
        reader = heard.reader().name() + "/" + heard.reader().version();
        Participant who = heard.participants().getFirst();
        role = who.role().value();
        who.contactPoint().ifPresent(this::standsAt);
    }

    private void registered(ClientRegistered event) {
        client = event.clientId().toString();
        clientKind = event.kind().value();
        clientName = event.name();
        point = ContactPointId.standingFor(event.clientId()).toString();
        method = "stand-in";
    }

    private void linked(ContactPointLinked event) {
        client = event.clientId().toString();
        method = event.method().value();
        standsAt(event.contactPoint());
    }

    private void standsAt(ContactPoint contactPoint) {
        pointType = contactPoint.type().value();
        pointValue = contactPoint.value();
        point = contactPoint.id().toString();
    }
}
