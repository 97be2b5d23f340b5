package org.interactionhub.queries.identity;

import java.time.Instant;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPointId;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.reading.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is who, who may be whom, and what a merge or its undoing would change. */
@RestController
public final class IdentityController {

    /** @param client who would survive */
    record Merging(@Nullable ClientId client, @Nullable ClientId other) {}

    record Undoing(@Nullable String merge) {}

    /**
     * @param from null: as far back as anybody knows
     * @param until exclusive, null: for good
     */
    record Moving(@Nullable ContactPointId contactPoint, @Nullable ClientId to, @Nullable Instant from,
            @Nullable Instant until) {}

    private final Identities identities;

    public IdentityController(Identities identities) {
        this.identities = identities;
    }

    @GetMapping("/api/clients/{id}/identity")
    ClientIdentity identity(@PathVariable String id) {
        return identities.of(client(id));
    }

    @GetMapping("/api/suggestions")
    Page<Suspicion> suggestions(@RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable String evidence,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        String id = Parameters.words(clientId);
        return identities.suspicions(new SuspicionQuestion(id == null ? null : client(id),
                Parameters.value("evidence", evidence, Suspicion.Ground::of),
                Parameters.limit(limit, Identities.DEFAULT, Identities.MOST), Parameters.words(after)));
    }

    @PostMapping("/api/previews/merge")
    MergePreview merge(@RequestBody Merging asked) {
        ClientId client = asked.client();
        ClientId other = asked.other();
        if (client == null || other == null) {
            throw Refusal.badRequest("'client' and 'other' are the ids of two clients.");
        }
        return identities.merge(client, other);
    }

    @PostMapping("/api/previews/undo")
    UndoPreview undo(@RequestBody Undoing asked) {
        String merge = asked.merge();
        if (merge == null) {
            throw Refusal.badRequest("'merge' is the id of a merge.");
        }
        return identities.undo(Parameters.id(merge, Long::valueOf, "There is no merge " + merge + "."));
    }

    @PostMapping("/api/previews/move")
    MovePreview move(@RequestBody Moving asked) {
        ContactPointId point = asked.contactPoint();
        ClientId to = asked.to();
        if (point == null || to == null) {
            throw Refusal.badRequest("'contactPoint' and 'to' are the ids of a contact point and of a client.");
        }
        return identities.move(point, to, asked.from(), asked.until());
    }

    private static ClientId client(String id) {
        return Parameters.id(id, ClientId::of, "There is no client '" + id + "'.");
    }
}
