package org.interactionhub.commands.client;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.interactionhub.commands.staff.Actor;
import org.interactionhub.commands.staff.StaffCommands;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.readers.MailAddresses;
import org.interactionhub.readers.Phones;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what staff say of clients. */
@RestController
public final class ClientController {

    private static final int MOST_CONTACT_POINTS = 50;

    /** @param kind a client if nothing else is said */
    record Registration(ClientEvent.@Nullable Kind kind, @Nullable String name,
            @Nullable List<AsTyped> contactPoints) {}

    record Registered(ClientId id, long position) {}

    record Linked(long position) {}

    private final StaffCommands commands;
    private final EventLog log;
    private final Phones phones;
    private final Clock clock;
    private final MailAddresses mailAddresses = new MailAddresses();

    /** @param log tells where a contact point that was linked before stands */
    public ClientController(StaffCommands commands, EventLog log, Phones phones, Clock clock) {
        this.commands = commands;
        this.log = log;
        this.phones = phones;
        this.clock = clock;
    }

    @PostMapping("/api/clients")
    @ResponseStatus(HttpStatus.CREATED)
    Registered register(@RequestBody Registration said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        ClientId id = ClientId.next(clock.instant());
        ClientEvent.Kind kind = said.kind();
        String name = said.name();
        OptionalLong position = commands.send(
                new RegisterClient(id, kind == null ? ClientEvent.Kind.CLIENT : kind, name == null ? "" : name.strip(),
                        canonical(said.contactPoints())),
                Actor.in(actor));
        return new Registered(id, position.orElseThrow());
    }

    @PostMapping("/api/clients/{id}/contact-points")
    @ResponseStatus(HttpStatus.CREATED)
    Linked link(@PathVariable ClientId id, @RequestBody AsTyped said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        ContactPoint point = said.canonical(phones, mailAddresses);
        OptionalLong position = commands.send(new AddContactPoint(id, point), Actor.in(actor));
        // whoever says it twice is told where it stands
        return new Linked(position.orElseGet(() -> log.stream(point.id().value()).getLast().position()));
    }

    private List<ContactPoint> canonical(@Nullable List<AsTyped> typed) {
        List<AsTyped> points = Optional.ofNullable(typed).orElse(List.of());
        if (points.size() > MOST_CONTACT_POINTS) {
            throw Refusal.badRequest("A client is registered with at most " + MOST_CONTACT_POINTS + " contact points.");
        }
        return points.stream().map(point -> point.canonical(phones, mailAddresses)).distinct().toList();
    }
}
