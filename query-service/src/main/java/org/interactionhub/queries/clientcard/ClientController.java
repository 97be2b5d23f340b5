package org.interactionhub.queries.clientcard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.console.frame.Languages;
import org.interactionhub.queries.console.frame.Visitors;
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
    private final Segments segments;
    private final Visitors visitors;

    public ClientController(Clients clients, Segments segments, Visitors visitors) {
        this.clients = clients;
        this.segments = segments;
        this.visitors = visitors;
    }

    /** A client, what passes between her and us, what asks for somebody's attention, and the segments she is in. */
    record WholeCard(@JsonUnwrapped ClientCard card, @JsonUnwrapped Dealings dealings, List<Warning> warnings,
            List<Membership> segments) {}

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
    WholeCard card(@PathVariable String id, @RequestParam(required = false) @Nullable String lang,
            Locale locale) {
        String nobody = "There is no client '" + id + "'.";
        ClientId client = Parameters.id(id, ClientId::of, nobody);
        ClientCard card = clients.find(client).orElseThrow(() -> Refusal.notFound(nobody));
        SegmentWords words = new SegmentWords(visitors.visitor(Languages.chosen(lang, locale)));
        Dealings dealings = clients.dealings(client);
        return new WholeCard(card, dealings, Warning.of(dealings, segments.waiting(card.id())),
                Membership.of(card.id(), segments, words));
    }

    private Set<ClientId> members(String segment, Locale locale) {
        return segments.at(visitors.visitor(locale).times().now()).ids(segments.chosen(segment));
    }
}
