package org.interactionhub.commands.client;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.interactionhub.commands.contactpoint.ClassifyContactPoint;
import org.interactionhub.commands.contactpoint.MoveContactPoint;
import org.interactionhub.commands.staff.Actor;
import org.interactionhub.commands.staff.StaffCommands;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.events.ContactPointId;
import org.interactionhub.events.Party;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;
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

    /**
     * @param kind a client if nothing else is said
     * @param party person or organisation, null if nobody knows
     * @param since when we got to know her, null for now
     */
    record Registration(ClientEvent.@Nullable Kind kind, @Nullable Party party, @Nullable String name,
            @Nullable List<AsTyped> contactPoints, @Nullable Instant since) {}

    record Registered(ClientId id, long position) {}

    record Written(long position) {}

    /** @param name under which the client is to be known */
    record Naming(@Nullable String name) {}

    /**
     * @param owner who looks after the client, by name; null or blank if nobody does any more
     * @param since null for now
     */
    record Owning(@Nullable String owner, @Nullable Instant since) {}

    /**
     * @param to whose it is
     * @param from in the world's time, null: as far back as anybody knows
     * @param until exclusive, null: for good
     * @param reason in words
     */
    record Moving(@Nullable ClientId to, @Nullable Instant from, @Nullable Instant until, @Nullable String reason) {}

    /**
     * @param type of the contact point
     * @param value as anybody would write it
     * @param as what it tells about who uses it
     * @param reason in words
     */
    record Classifying(ContactPoint.@Nullable Type type, @Nullable String value, @Nullable ContactPointClass as,
            @Nullable String reason) {}

    record Classified(ContactPointId id, long position) {}

    private final StaffCommands commands;
    private final Kinship kinship;
    private final EventLog log;
    private final Phones phones;
    private final Clock clock;
    private final MailAddresses mailAddresses = new MailAddresses();

    /** @param log tells where a contact point that was linked before stands */
    public ClientController(StaffCommands commands, Kinship kinship, EventLog log, Phones phones, Clock clock) {
        this.commands = commands;
        this.kinship = kinship;
        this.log = log;
        this.phones = phones;
        this.clock = clock;
    }

    @PostMapping("/api/clients")
    @ResponseStatus(HttpStatus.CREATED)
    Registered register(@RequestBody Registration said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        Instant now = clock.instant();
        ClientId id = ClientId.next(now);
        ClientEvent.Kind kind = said.kind();
        String name = said.name();
        OptionalLong position = commands.send(
                new RegisterClient(id, kind == null ? ClientEvent.Kind.CLIENT : kind, said.party(),
                        name == null ? "" : name.strip(),
                        canonical(said.contactPoints()), said.since(), now),
                Actor.in(actor));
        return new Registered(id, position.orElseThrow());
    }

    @PostMapping("/api/clients/{id}/contact-points")
    @ResponseStatus(HttpStatus.CREATED)
    Written link(@PathVariable ClientId id, @RequestBody AsTyped said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        ContactPoint point = said.canonical(phones, mailAddresses);
        ClientId head = kinship.headOf(id);
        return written(commands.send(new AddContactPoint(head, point, kinship.countingAs(head)), Actor.in(actor)),
                point.id().value());
    }

    @PostMapping("/api/clients/{id}/name")
    @ResponseStatus(HttpStatus.CREATED)
    Written rename(@PathVariable ClientId id, @RequestBody Naming said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        String name = said.name();
        RenameClient command = new RenameClient(kinship.headOf(id), name == null ? "" : name.strip());
        return written(commands.send(command, Actor.in(actor)), command.clientId().value());
    }

    @PostMapping("/api/clients/{id}/owner")
    @ResponseStatus(HttpStatus.CREATED)
    Written own(@PathVariable ClientId id, @RequestBody Owning said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        Instant now = clock.instant();
        Instant since = said.since();
        AssignOwner command = new AssignOwner(kinship.headOf(id), said.owner(), since == null ? now : since, now);
        return new Written(commands.send(command, Actor.in(actor)).orElseThrow());
    }

    @PostMapping("/api/contact-points/{id}/moves")
    @ResponseStatus(HttpStatus.CREATED)
    Written move(@PathVariable ContactPointId id, @RequestBody Moving said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        ClientId to = Optional.ofNullable(said.to()).orElseThrow(
                () -> Refusal.badRequest("'to' is the id of the client whose the contact point is."));
        String reason = said.reason();
        if (reason != null && reason.length() > Client.LONGEST_WORDS) {
            throw ClientRefused.wordy();
        }
        return written(commands.send(new MoveContactPoint(id, kinship.headOf(to), Ordinary.time("from", said.from()),
                Ordinary.time("until", said.until()), reason == null || reason.isBlank() ? null : reason.strip()),
                Actor.in(actor)), id.value());
    }

    @PostMapping("/api/contact-points/classes")
    @ResponseStatus(HttpStatus.CREATED)
    Classified classify(@RequestBody Classifying said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        ContactPoint point = new AsTyped(said.type(), said.value()).canonical(phones, mailAddresses);
        ContactPointClass as = Optional.ofNullable(said.as()).orElseThrow(
                () -> Refusal.badRequest("'as' is one of personal, shared, own-staff and blocked."));
        String reason = said.reason();
        if (reason != null && reason.length() > Client.LONGEST_WORDS) {
            throw ClientRefused.wordy();
        }
        OptionalLong position = commands.send(new ClassifyContactPoint(point, as,
                reason == null || reason.isBlank() ? null : reason.strip()), Actor.in(actor));
        return new Classified(point.id(), position.isPresent()
                ? position.getAsLong()
                : log.stream(point.id().value()).stream().mapToLong(StoredEvent::position).max().orElse(0));
    }

    /** Whoever says it twice is told where it stands. */
    private Written written(OptionalLong position, UUID stream) {
        return new Written(position.orElseGet(() -> log.stream(stream).getLast().position()));
    }

    private List<ContactPoint> canonical(@Nullable List<AsTyped> typed) {
        List<AsTyped> points = Optional.ofNullable(typed).orElse(List.of());
        if (points.size() > MOST_CONTACT_POINTS) {
            throw Refusal.badRequest("A client is registered with at most " + MOST_CONTACT_POINTS + " contact points.");
        }
        return points.stream().map(point -> point.canonical(phones, mailAddresses)).distinct().toList();
    }
}
