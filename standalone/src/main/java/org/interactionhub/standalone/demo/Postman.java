package org.interactionhub.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.readers.NotItsContentType;
import org.interactionhub.readers.Readers;
import org.interactionhub.readers.Received;

/**
 * Addresses what the story tells to the inlet that takes it. What states its own time goes to its channel's inlet; a
 * form or a step of a call of the past, which states none, is reported with its time as a CloudEvent, as a system does
 * that hands over what it has kept.
 */
final class Postman {

    private static final String CSV = "text/csv";
    private static final String RECIPIENT = "recipient";

    private final Readers readers;

    /** @param readers set up as those of the hub are */
    Postman(Readers readers) {
        this.readers = readers;
    }

    Delivery mail(String account, byte[] mail, Instant at) {
        return new Delivery("/intake/emails?to=" + account, "message/rfc822", mail,
                read(Channel.EMAIL, account, "message/rfc822", mail, Map.of(RECIPIENT, account), at));
    }

    Delivery chat(String account, byte[] message, Instant at) {
        return new Delivery("/intake/chats/" + account, "application/json", message,
                read(Channel.CHAT, account, "application/json", message, Map.of(), at));
    }

    Delivery callLog(String account, String lines, Instant at) {
        byte[] log = lines.getBytes(StandardCharsets.UTF_8);
        return new Delivery("/intake/calls/" + account, CSV, log,
                read(Channel.PHONE, account, CSV, log, Map.of(), at));
    }

    /** To the channel's own inlet, right now. */
    Delivery present(String channel, String account, String type, byte[] body, Instant at) {
        String path = switch (Channel.of(channel)) {
            case EMAIL -> "/intake/emails?to=";
            case WEB_FORM -> "/intake/forms/";
            case PHONE -> "/intake/calls/";
            case BUSINESS -> "/intake/payments/";
            case CHAT, MEETING, NOTE -> "/intake/chats/";
        } + account;
        Map<String, String> envelope = Channel.of(channel) == Channel.EMAIL ? Map.of(RECIPIENT, account) : Map.of();
        return new Delivery(path, type, body, read(Channel.of(channel), account, type, body, envelope, at));
    }

    Delivery past(String channel, String account, String type, byte[] body, Map<String, String> envelope,
            Instant at) {
        List<InteractionReport> reports = read(Channel.of(channel), account, type, body, envelope, at);
        InteractionReport report = reports.getFirst();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", report.reportId().toString());
        event.put("type", InteractionReport.TYPE);
        event.put("source", InteractionReport.source(report.channel(), account));
        event.put("time", at.toString());
        event.put("datacontenttype", "application/json");
        event.put("data", report);
        return new Delivery("/intake/interactions", "application/cloudevents+json",
                Library.JSON.writeValueAsBytes(event), reports);
    }

    private List<InteractionReport> read(Channel channel, String account, String type, byte[] body,
            Map<String, String> envelope, Instant at) {
        try {
            return readers.read(new Received(channel, account, type, body, at, envelope));
        } catch (NotItsContentType e) {
            throw new IllegalStateException("The story tells something that no inlet would take.", e);
        }
    }
}
