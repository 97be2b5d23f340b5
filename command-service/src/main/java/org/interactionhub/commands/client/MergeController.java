package org.interactionhub.commands.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.interactionhub.commands.client.Kinship.Distinction;
import org.interactionhub.commands.staff.Actor;
import org.interactionhub.commands.staff.StaffCommands;
import org.interactionhub.events.ClientEvent.ClientsMerged;
import org.interactionhub.events.ClientId;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what staff say of two clients: that they are one, or that they are not. Old ids name who counts for them now. */
@RestController
public final class MergeController {

    /**
     * @param other who is the same; she is absorbed by the client of the address
     * @param evidence what shows it, in words
     */
    record Merging(@Nullable ClientId other, @Nullable String evidence) {}

    /** @param id names the merge for its undoing: the position at which it stands */
    record Merged(String id, long position) {}

    /** @param reason in words */
    record Undoing(@Nullable String reason) {}

    /**
     * @param other who is somebody else
     * @param reason in words
     */
    record Distinguishing(@Nullable ClientId other, @Nullable String reason) {}

    record Written(long position) {}

    private final StaffCommands commands;
    private final Kinship kinship;
    private final EventLog log;
    /** A command about two clients holds both: of two that cross each would wait for what the other has. */
    private final Lock oneAtATime = new ReentrantLock();

    public MergeController(StaffCommands commands, Kinship kinship, EventLog log) {
        this.commands = commands;
        this.kinship = kinship;
        this.log = log;
    }

    @PostMapping("/api/clients/{id}/merges")
    @ResponseStatus(HttpStatus.CREATED)
    Merged merge(@PathVariable ClientId id, @RequestBody Merging said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        ClientId survivor = kinship.headOf(id);
        ClientId other = otherThan(survivor, said.other());
        long position = send(new MergeClients(survivor, other, words(said.evidence())), actor);
        return new Merged(Long.toString(position), position);
    }

    @PostMapping("/api/merges/{id}/undo")
    Written undo(@PathVariable("id") String merge, @RequestBody(required = false) @Nullable Undoing said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        StoredEvent stored = position(merge).stream().boxed().flatMap(at -> log.at(at).stream()).findFirst()
                .orElseThrow(() -> ClientRefused.neverMerged(merge));
        if (!(stored.event().orElse(null) instanceof ClientsMerged merged)) {
            throw ClientRefused.neverMerged(merge);
        }
        UndoMerge command = new UndoMerge(merged.clientId(), merged.other(), stored.position(), stored.version(),
                said == null ? null : words(said.reason()));
        return new Written(send(command, actor));
    }

    private long send(Object command, @Nullable String actor) {
        oneAtATime.lock();
        try {
            return commands.send(command, Actor.in(actor)).orElseThrow();
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Said twice, it stands where it was said first. */
    @PostMapping("/api/clients/{id}/distinctions")
    @ResponseStatus(HttpStatus.CREATED)
    Written distinguish(@PathVariable ClientId id, @RequestBody Distinguishing said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        ClientId client = kinship.headOf(id);
        ClientId other = otherThan(client, said.other());
        return new Written(kinship.distinctions(client, other).stream().mapToLong(Distinction::position).findFirst()
                .orElseGet(() -> send(new DeclareDistinct(client, other, words(said.reason())), actor)));
    }

    @PostMapping("/api/clients/{id}/distinctions/withdraw")
    Written withdraw(@PathVariable ClientId id, @RequestBody Distinguishing said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        ClientId client = kinship.headOf(id);
        ClientId other = otherThan(client, said.other());
        List<Distinction> stands = kinship.distinctions(client, other);
        long last = 0;
        for (Distinction distinction : stands) {
            last = commands.send(new WithdrawDistinction(distinction.clientId(), distinction.other(),
                    words(said.reason())), Actor.in(actor)).orElse(last);
        }
        if (last == 0) {
            throw ClientRefused.notDistinct(client, other);
        }
        return new Written(last);
    }

    private ClientId otherThan(ClientId head, @Nullable ClientId other) {
        ClientId otherHead = kinship.headOf(Optional.ofNullable(other).orElseThrow(ClientRefused::otherUnnamed));
        if (otherHead.equals(head)) {
            throw ClientRefused.already(head);
        }
        return otherHead;
    }

    private static OptionalLong position(String merge) {
        return merge.matches("[1-9][0-9]{0,17}") ? OptionalLong.of(Long.parseLong(merge)) : OptionalLong.empty();
    }

    private static @Nullable String words(@Nullable String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }
}
