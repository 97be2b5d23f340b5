package org.interactionhub.queries.clientcard;

import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.reading.Parameters;
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

    public ClientController(Clients clients) {
        this.clients = clients;
    }

    @GetMapping(path = "/api/clients", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<ClientEntry> list(@RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String segment) {
        if (Parameters.words(segment) != null) {
            throw Refusal.badRequest("There are no segments yet; ask without 'segment'.");
        }
        return clients.list(Parameters.words(q), Parameters.limit(limit, Clients.DEFAULT, Clients.MOST),
                Parameters.words(after));
    }

    @GetMapping(path = "/api/clients/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ClientCard card(@PathVariable String id) {
        String nobody = "There is no client '" + id + "'.";
        return clients.find(Parameters.id(id, ClientId::of, nobody)).orElseThrow(() -> Refusal.notFound(nobody));
    }
}
