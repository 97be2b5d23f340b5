package org.interactionhub.queries.clientcard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.queries.console.frame.Languages;
import org.interactionhub.queries.console.frame.Visitors;
import org.interactionhub.queries.reading.AsOf;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.reading.Parameters;
import org.interactionhub.queries.segment.Membership;
import org.interactionhub.queries.segment.SegmentWords;
import org.interactionhub.queries.segment.Segments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/clients} and {@code GET /api/clients/{id}}. */
@RestController
public final class ClientController {

    private final Clients clients;
    private final EventLog log;
    private final Segments segments;
    private final Visitors visitors;

    /** @param log tells what was recorded by a moment */
    public ClientController(Clients clients, EventLog log, Segments segments, Visitors visitors) {
        this.clients = clients;
        this.log = log;
        this.segments = segments;
        this.visitors = visitors;
    }

    /**
     * A client, what passes between her and us, what asks for somebody's attention, and the segments she is in.
     *
     * @param segments as they are now; null of any other day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WholeCard(@JsonUnwrapped ClientCard card, @JsonUnwrapped Dealings dealings, List<Warning> warnings,
            @Nullable List<Membership> segments) {}

    @GetMapping(path = "/api/clients", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<ClientEntry> list(@RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String segment,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String owner, Locale locale) {
        String name = Parameters.words(segment);
        return clients.list(new ClientQuestion(Parameters.words(q),
                Parameters.value("kind", kind, ClientEvent.Kind::of), name == null ? null : members(name, locale),
                Parameters.words(owner), null,
                Parameters.limit(limit, Clients.DEFAULT, Clients.MOST), Parameters.words(after)));
    }

    @GetMapping(path = "/api/clients/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    WholeCard card(@PathVariable String id, @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String at, @RequestParam(required = false) @Nullable String lang,
            Locale locale) {
        AsOf then = AsOf.of(asOf, Parameters.time("at", at), log);
        ClientCard card = found(id, then);
        Dealings dealings = clients.dealings(card.id(), then);
        if (!then.isNow()) {
            return new WholeCard(card, dealings, Warning.of(dealings, Optional.empty()), null);
        }
        SegmentWords words = new SegmentWords(visitors.visitor(Languages.chosen(lang, locale)));
        return new WholeCard(card, dealings, Warning.of(dealings, segments.waiting(card.id())),
                Membership.of(card.id(), segments, words));
    }

    @GetMapping(path = "/api/clients/{id}/members", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<ClientCard.Affiliation> members(@PathVariable String id,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        AsOf then = AsOf.of(asOf, null, log);
        return clients.members(found(id, then).id(), then, Parameters.limit(limit, Clients.DEFAULT, Clients.MOST),
                Parameters.words(after));
    }

    private ClientCard found(String id, AsOf then) {
        String nobody = "There is no client '" + id + "'"
                + (then.position() == AsOf.EVERYTHING ? "." : " at position " + then.position() + " of the log.");
        return clients.find(Parameters.id(id, ClientId::of, nobody), then)
                .orElseThrow(() -> Refusal.notFound(nobody));
    }

    private Set<ClientId> members(String segment, Locale locale) {
        return segments.at(visitors.visitor(locale).times().now()).ids(segments.chosen(segment));
    }
}
