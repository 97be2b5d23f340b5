package org.interactionhub.commands.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.interactionhub.commands.client.Kinship.Pair;
import org.interactionhub.commands.staff.Actor;
import org.interactionhub.commands.staff.StaffCommands;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientEvent.PartyStated;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.Party;
import org.interactionhub.events.Relation;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.readers.TaxNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what staff say of who a client is by law, and to whom she belongs. */
@RestController
public final class RelationController {

    /** What is null or blank is unknown. */
    record Stating(@Nullable Party party, @Nullable String legalName, @Nullable String taxNumber,
            @Nullable String city) {}

    /**
     * @param to to whom she belongs
     * @param role what she is there, in words
     * @param from in the world's time, null: as far back as anybody knows
     * @param until exclusive, null: for good
     */
    record Relating(@Nullable ClientId to, @Nullable Relation relation, @Nullable String role, @Nullable Instant from,
            @Nullable Instant until) {}

    /**
     * @param since from when on she does not belong there any more, null: she never did
     * @param reason in words
     */
    record Ending(@Nullable ClientId to, @Nullable Relation relation, @Nullable Instant since,
            @Nullable String reason) {}

    record Written(long position) {}

    private final StaffCommands commands;
    private final Kinship kinship;
    private final EventLog log;

    public RelationController(StaffCommands commands, Kinship kinship, EventLog log) {
        this.commands = commands;
        this.kinship = kinship;
        this.log = log;
    }

    @PostMapping("/api/clients/{id}/party")
    @ResponseStatus(HttpStatus.CREATED)
    Written state(@PathVariable ClientId id, @RequestBody Stating said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        ClientId head = kinship.headOf(id);
        String number = words(said.taxNumber());
        return written(commands.send(
                new StateParty(new PartyStated(head, said.party(), words(said.legalName()),
                        number == null
                                ? null
                                : TaxNumbers.canonical(number)
                                        .orElseThrow(() -> ClientRefused.noTaxNumber(number)),
                        words(said.city()))),
                Actor.in(actor)), head);
    }

    @PostMapping("/api/clients/{id}/relations")
    @ResponseStatus(HttpStatus.CREATED)
    Written relate(@PathVariable ClientId id, @RequestBody Relating said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        ClientId head = kinship.headOf(id);
        Tie tie = Tie.of(otherThan(head, said.to()), relation(said.relation()), words(said.role()),
                Ordinary.time("from", said.from()), Ordinary.time("until", said.until()));
        return written(commands.send(new RelateClient(head, tie), Actor.in(actor)), head);
    }

    @PostMapping("/api/clients/{id}/relations/end")
    Written end(@PathVariable ClientId id, @RequestBody Ending said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        ClientId head = kinship.headOf(id);
        ClientId to = otherThan(head, said.to());
        Relation relation = relation(said.relation());
        Instant since = Ordinary.time("since", said.since());
        List<Pair> related = kinship.related(head, to, relation);
        if (related.isEmpty()) {
            throw ClientRefused.notRelated(head, to, relation);
        }
        OptionalLong last = OptionalLong.empty();
        for (Pair pair : related) {
            OptionalLong position = commands.send(
                    new EndRelation(pair.clientId(), pair.to(), relation, since, words(said.reason())),
                    Actor.in(actor));
            last = position.isPresent() ? position : last;
        }
        return written(last, related.getLast().clientId());
    }

    private ClientId otherThan(ClientId head, @Nullable ClientId other) {
        ClientId to = kinship.headOf(Optional.ofNullable(other)
                .orElseThrow(() -> Refusal.badRequest("'to' is the id of the client to whom she belongs.")));
        if (to.equals(head)) {
            throw ClientRefused.relatedToHerself(head);
        }
        return to;
    }

    private static Relation relation(@Nullable Relation said) {
        return Optional.ofNullable(said).orElseThrow(() -> Refusal.badRequest(
                "'relation' is one of employee-of, office-of, legal-entity-of, acts-for and reseller-of."));
    }

    /** Whoever says it twice is told where it stands. */
    private Written written(OptionalLong position, ClientId client) {
        return new Written(position.orElseGet(() -> log.stream(client.value()).getLast().position()));
    }

    private static @Nullable String words(@Nullable String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }
}
