package org.interactionhub.commands;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interactionhub.events.Booking;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Money;
import org.interactionhub.events.Participant.Role;
import org.interactionhub.events.Participant;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.events.ReportId;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.events.Unreadable;
import org.jspecify.annotations.Nullable;

/** Reports as channels tell them, in the words of tests. */
public final class Told {

    public static final String OUR_MAILBOX = "sales@hub.example";
    public static final String OUR_NUMBER = "+74950000000";
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Channel channel;
    private final String account;
    private final Direction direction;
    private final List<Participant> participants = new ArrayList<>();
    private final List<ContactPoint> stated = new ArrayList<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private String delivery = "1";
    private String text = "Good afternoon.";
    private @Nullable Unreadable unreadable;

    private Told(Channel channel, String account, Direction direction) {
        this.channel = channel;
        this.account = account;
        this.direction = direction;
    }

    public static Told mailFrom(String address) {
        return mailFrom(address, null);
    }

    public static Told mailFrom(String address, @Nullable String name) {
        Told told = new Told(Channel.EMAIL, OUR_MAILBOX, Direction.INBOUND).about(address);
        told.with(Role.FROM, ContactPoint.Type.EMAIL, address, name);
        return told.with(Role.TO, ContactPoint.Type.EMAIL, OUR_MAILBOX, null);
    }

    public static Told mailTo(String... addresses) {
        Told told = new Told(Channel.EMAIL, OUR_MAILBOX, Direction.OUTBOUND);
        told.with(Role.FROM, ContactPoint.Type.EMAIL, OUR_MAILBOX, null);
        List.of(addresses).forEach(address -> told.with(Role.TO, ContactPoint.Type.EMAIL, address, null));
        return told;
    }

    public static Told mailAmongOurselves(String from, String to) {
        Told told = new Told(Channel.EMAIL, OUR_MAILBOX, Direction.INTERNAL);
        told.with(Role.FROM, ContactPoint.Type.EMAIL, from, null);
        return told.with(Role.TO, ContactPoint.Type.EMAIL, to, null);
    }

    public static Told callFrom(String number) {
        Told told = new Told(Channel.PHONE, OUR_NUMBER, Direction.INBOUND).about(number);
        told.with(Role.FROM, ContactPoint.Type.PHONE, number, null);
        return told.with(Role.TO, ContactPoint.Type.PHONE, OUR_NUMBER, null);
    }

    /** As the form reader tells it: the first contact point she states stands for the sender. */
    public static Told form() {
        return new Told(Channel.WEB_FORM, "quote", Direction.INBOUND);
    }

    public Told with(Role role, ContactPoint.Type type, String value, @Nullable String name) {
        participants.add(new Participant(role, type, value, name));
        return this;
    }

    public Told stating(String... addresses) {
        List.of(addresses).forEach(address -> stated.add(point(address)));
        if (channel == Channel.WEB_FORM && participants.isEmpty()) {
            with(Role.FROM, stated.getFirst().type(), stated.getFirst().value(), null);
        }
        return this;
    }

    public Told field(String name, String value) {
        attributes.put("fields", Map.of(name, value));
        return this;
    }

    public Told attribute(String name, Object value) {
        attributes.put(name, value);
        return this;
    }

    /** Names this delivery among those of the account. */
    public Told about(String name) {
        delivery = name;
        return this;
    }

    public Told saying(String words) {
        text = words;
        return this;
    }

    public Told unreadable(String code, String reason) {
        unreadable = new Unreadable(code, reason);
        return this;
    }

    public InteractionReport report() {
        byte[] original = ("original of " + delivery + ": " + text).getBytes(StandardCharsets.UTF_8);
        return new InteractionReport(ReportId.of(channel, account, delivery, NOON),
                InteractionId.of(channel, account, delivery, NOON), InteractionReport.Kind.RECORDED, channel, account,
                direction, NOON, null, participants, stated, "A pump", text, null, List.of(), attributes,
                new ReaderVersion("test", 1), ReportedOriginal.of("text/plain", original), unreadable);
    }

    /** A payment as the books tell it; a report of a client's own channel it is not. */
    public static InteractionReport payment(String reference, List<Participant> payer, List<ContactPoint> stated,
            @Nullable ClientId client) {
        String named = "payment-received:" + reference;
        return new InteractionReport(ReportId.of(Channel.BUSINESS, "1c", named, null),
                InteractionId.of(Channel.BUSINESS, "1c", named, null), InteractionReport.Kind.PAYMENT_RECEIVED,
                Channel.BUSINESS, "1c", Direction.INTERNAL, NOON, null, payer, stated, null, null, null, List.of(),
                Map.of(), new ReaderVersion("test", 1),
                ReportedOriginal.of("text/csv", reference.getBytes(StandardCharsets.UTF_8)),
                new Booking(Money.of("120000.50", "RUB"), reference, client, null), null);
    }

    public static ContactPoint point(String address) {
        ContactPoint.Type type = address.startsWith("+")
                ? ContactPoint.Type.PHONE
                : address.contains("@")
                        ? ContactPoint.Type.EMAIL
                        : address.contains(":") ? ContactPoint.Type.CHAT : ContactPoint.Type.COOKIE;
        return new ContactPoint(type, address);
    }
}
