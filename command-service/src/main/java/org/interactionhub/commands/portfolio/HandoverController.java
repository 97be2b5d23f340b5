package org.interactionhub.commands.portfolio;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.interactionhub.commands.client.Kinship;
import org.interactionhub.commands.staff.Actor;
import org.interactionhub.commands.staff.StaffCommands;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.HandoverId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what staff say of portfolios. Old ids of clients name who counts for them now. */
@RestController
public final class HandoverController {

    /**
     * @param from whose the clients were, by name; null or blank if they were nobody's
     * @param to whose they become, by name; null or blank if nobody is to look after them any more
     * @param since null for now
     * @param until exclusive, null: for good
     * @param reason in words
     */
    record HandingOver(@Nullable String from, @Nullable String to, @Nullable List<ClientId> clients,
            @Nullable Instant since, @Nullable Instant until, @Nullable String reason) {}

    /** @param id names the handover for its undoing */
    record HandedOver(HandoverId id, long position) {}

    /** @param reason in words */
    record Undoing(@Nullable String reason) {}

    record Written(long position) {}

    private final StaffCommands commands;
    private final Kinship kinship;
    private final Clock clock;

    public HandoverController(StaffCommands commands, Kinship kinship, Clock clock) {
        this.commands = commands;
        this.kinship = kinship;
        this.clock = clock;
    }

    @PostMapping("/api/handovers")
    @ResponseStatus(HttpStatus.CREATED)
    HandedOver handOver(@RequestBody HandingOver said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        Instant now = clock.instant();
        HandoverId id = HandoverId.next(now);
        Instant since = said.since();
        HandOver command = new HandOver(id, words(said.from()), words(said.to()), heads(said.clients()),
                since == null ? now : since, said.until(), words(said.reason()), now);
        return new HandedOver(id, commands.send(command, Actor.in(actor)).orElseThrow());
    }

    @PostMapping("/api/handovers/{id}/undo")
    Written undo(@PathVariable HandoverId id, @RequestBody(required = false) @Nullable Undoing said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        UndoHandover command = new UndoHandover(id, said == null ? null : words(said.reason()));
        return new Written(commands.send(command, Actor.in(actor)).orElseThrow());
    }

    /** More than can be handed over are not looked up. */
    private List<ClientId> heads(@Nullable List<ClientId> clients) {
        if (clients == null || clients.isEmpty() || clients.stream().anyMatch(Objects::isNull)) {
            throw HandoverRefused.empty();
        }
        if (clients.size() > Handover.MOST_CLIENTS) {
            throw HandoverRefused.tooMany();
        }
        return kinship.headsOf(clients);
    }

    private static @Nullable String words(@Nullable String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }
}
