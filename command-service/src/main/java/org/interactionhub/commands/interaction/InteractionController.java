package org.interactionhub.commands.interaction;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.interactionhub.commands.interaction.InteractionCommand.AddNote;
import org.interactionhub.commands.interaction.InteractionCommand.AddNoteAt;
import org.interactionhub.commands.interaction.InteractionCommand.PlanInteraction;
import org.interactionhub.commands.interaction.InteractionCommand.RecordInteraction;
import org.interactionhub.commands.interaction.InteractionCommand.RecordOutcome;
import org.interactionhub.commands.interaction.InteractionCommand.TakeDecision;
import org.interactionhub.commands.staff.Actor;
import org.interactionhub.commands.staff.StaffCommands;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.InteractionId;
import org.interactionhub.eventstore.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what staff say about contacts. */
@RestController
public final class InteractionController {

    private static final int MOST_OPTIONS = 100;

    /** A plan if {@code plannedFor} is given, else what took place; a note of now if neither is. */
    record Telling(@Nullable ClientId clientId, @Nullable Channel channel, @Nullable Instant plannedFor,
            @Nullable Instant occurredAt, @Nullable String subject, @Nullable String text) {}

    /** @param reason the same as {@code text}, in the words of one who tells why it did not come about */
    record Outcome(RecordOutcome.@Nullable State state, @Nullable Instant occurredAt, @Nullable String text,
            @Nullable String reason) {}

    /**
     * @param takenAt null for what could be known when the decision reached the hub
     * @param occurredAt when it was decided, null for now
     */
    record Decision(@Nullable String decision, @Nullable List<String> options, @Nullable String reason,
            @Nullable Long takenAt, @Nullable Instant occurredAt) {}

    /**
     * @param clientId about whom
     * @param occurredAt null for now
     */
    record Note(@Nullable ClientId clientId, @Nullable String text, @Nullable Instant occurredAt) {}

    record Told(InteractionId id, long position) {}

    record Written(long position) {}

    private final StaffCommands commands;
    private final EventLog log;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone whose days are ours */
    public InteractionController(StaffCommands commands, EventLog log, Clock clock, ZoneId zone) {
        this.commands = commands;
        this.log = log;
        this.clock = clock;
        this.zone = zone;
    }

    @PostMapping("/api/interactions")
    @ResponseStatus(HttpStatus.CREATED)
    Told tell(@RequestBody Telling said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        InteractionId id = InteractionId.next(clock.instant());
        return new Told(id, commands.send(command(id, said), Actor.in(actor)).orElseThrow());
    }

    @PostMapping("/api/interactions/{id}/outcome")
    Written outcome(@PathVariable InteractionId id, @RequestBody Outcome said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        RecordOutcome.State state = said.state();
        if (state == null) {
            throw Refusal.badRequest("'state' is missing; it is held, missed or cancelled.");
        }
        String text = Words.textOrNull("text", said.text() == null ? said.reason() : said.text());
        Instant now = clock.instant();
        Instant dayEnds = now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        RecordOutcome command = new RecordOutcome(id, state, said.occurredAt(), text, now, dayEnds);
        return new Written(commands.send(command, Actor.in(actor)).orElseThrow());
    }

    @PostMapping("/api/interactions/{id}/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    Written decide(@PathVariable InteractionId id, @RequestBody Decision said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        List<String> options = said.options();
        TakeDecision command = new TakeDecision(id, Words.line("decision", said.decision()),
                options == null ? List.of() : checked(options), Words.textOrNull("reason", said.reason()),
                takenAt(said), said.occurredAt(), clock.instant());
        return new Written(commands.send(command, Actor.in(actor)).orElseThrow());
    }

    @PostMapping("/api/interactions/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    Written note(@PathVariable InteractionId id, @RequestBody Note said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        ClientId client = said.clientId();
        if (client == null) {
            throw Refusal.badRequest("'clientId' says about whom the note is; it is missing.");
        }
        Instant now = clock.instant();
        Instant occurredAt = said.occurredAt();
        AddNoteAt command = new AddNoteAt(id, client, occurredAt == null ? now : occurredAt,
                Words.text("text", said.text()), now);
        return new Written(commands.send(command, Actor.in(actor)).orElseThrow());
    }

    private InteractionCommand command(InteractionId id, Telling said) {
        ClientId client = said.clientId();
        Channel channel = said.channel();
        if (client == null || channel == null) {
            throw Refusal
                    .badRequest("'clientId' and 'channel' say with whom and by which way; one of them is missing.");
        }
        Instant plannedFor = said.plannedFor();
        Instant occurredAt = said.occurredAt();
        if (plannedFor != null && occurredAt != null) {
            throw Refusal.badRequest("Give 'plannedFor' for what is to come or 'occurredAt' for what was, not both.");
        }
        Instant now = clock.instant();
        if (channel == Channel.NOTE) {
            return note(id, client, said, now);
        }
        if (channel == Channel.BUSINESS) {
            throw Refusal.badRequest("Deals and payments are told by the systems that keep the books.");
        }
        String subject = Words.line("subject", said.subject());
        String text = Words.textOrNull("text", said.text());
        if (plannedFor != null) {
            return new PlanInteraction(id, client, channel, plannedFor, subject, text, now);
        }
        if (occurredAt != null) {
            return new RecordInteraction(id, client, channel, occurredAt, subject, text, now);
        }
        throw Refusal.badRequest("Give 'plannedFor' for what is to come or 'occurredAt' for what was.");
    }

    private static AddNote note(InteractionId id, ClientId client, Telling said, Instant now) {
        if (said.plannedFor() != null) {
            throw Refusal.badRequest("A note cannot be planned; plan a meeting, a phone call, an email or a chat.");
        }
        Instant occurredAt = said.occurredAt();
        return new AddNote(id, client, occurredAt == null ? now : occurredAt,
                Words.lineOrNull("subject", said.subject()), Words.text("text", said.text()), now);
    }

    private static List<String> checked(List<String> options) {
        if (options.size() > MOST_OPTIONS) {
            throw Refusal.badRequest("A decision has at most " + MOST_OPTIONS + " options.");
        }
        return options.stream().map(option -> Words.line("options", option)).toList();
    }

    private long takenAt(Decision said) {
        long head = log.head();
        Long given = said.takenAt();
        if (given == null) {
            return head;
        }
        if (given < 0 || given > head) {
            throw Refusal.badRequest("'takenAt' is a position of the log; it ends at " + head + " now.");
        }
        return given;
    }
}
