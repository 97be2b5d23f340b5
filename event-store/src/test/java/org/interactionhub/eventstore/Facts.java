package org.interactionhub.eventstore;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientEvent.Kind;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.ContactPointEvent.Method;
import org.interactionhub.events.Direction;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.Heard;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.InteractionEvent.InteractionRecorded;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.OriginalRef;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.events.ReportId;
import org.interactionhub.events.ReportedOriginal;
import org.jspecify.annotations.Nullable;

/** Facts to append, in the words of the hub. */
final class Facts {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private Facts() {}

    /** A client who registers, and nothing else. */
    static Group aClient(ClientId client, String name) {
        return Group.of(registered(client, name));
    }

    static Entry registered(ClientId client, String name) {
        return at(0, client.value(), new ClientRegistered(client, Kind.PROSPECT, name), NOON);
    }

    static Entry renamed(ClientId client, int version, String name) {
        return at(version, client.value(), new ClientRenamed(client, name), NOON);
    }

    static Entry linked(ContactPoint contactPoint, int version, ClientId client) {
        return at(version, contactPoint.id().value(),
                new ContactPointLinked(contactPoint, client, Method.FIRST_CONTACT, null, null, null), NOON);
    }

    static Entry at(int version, UUID stream, HubEvent event, Instant occurredAt) {
        return new Entry.AtVersion(new NewEvent(stream, event, occurredAt, EventMetadata.NONE, null), version);
    }

    /** A mail as intake appends it, with its original. */
    static Entry aMail(String deliveryId, String words) {
        return aMail(deliveryId, words, NOON,
                ReportedOriginal.of("message/rfc822", words.getBytes(StandardCharsets.UTF_8)));
    }

    static Entry aMailFrom(Instant occurredAt, String deliveryId) {
        return aMail(deliveryId, deliveryId, occurredAt, null);
    }

    private static Entry aMail(String deliveryId, String words, Instant occurredAt,
            @Nullable ReportedOriginal original) {
        ReportId report = ReportId.of(Channel.EMAIL, "office@hub.example", deliveryId, null);
        InteractionId interaction = InteractionId.of(Channel.EMAIL, "office@hub.example", deliveryId, null);
        OriginalRef ref = original == null ? new OriginalRef("message/rfc822", "00", 0) : original.ref();
        Heard heard = new Heard(report, Channel.EMAIL, "office@hub.example", Direction.INBOUND, occurredAt, null,
                List.of(), List.of(), "About the pump", words, null, List.of(), Map.of(), new ReaderVersion("mail", 1),
                ref);
        return new Entry.IfAbsent(new NewEvent(report.value(), new InteractionRecorded(interaction, heard), occurredAt,
                EventMetadata.NONE, original == null ? null : new NewOriginal(original)));
    }
}
