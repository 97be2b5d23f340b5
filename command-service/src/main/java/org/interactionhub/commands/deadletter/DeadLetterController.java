package org.interactionhub.commands.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.interactionhub.commands.deadletter.SecondReading.Redriven;
import org.interactionhub.commands.deadletter.SecondReading.StillNoReport;
import org.interactionhub.door.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows dead letters and has them read again. */
@RestController
public final class DeadLetterController {

    private static final int MOST_AT_ONCE = 500;
    private static final int REDRIVEN_AT_ONCE = 50;

    /** @param size of the record, in bytes */
    record Item(UUID id, Instant receivedAt, String channel, String account, String kind, String code, String reason,
            int attempts, Instant lastAttemptAt, String state, long size) {

        static Item of(KeptLetter letter) {
            return new Item(letter.id(), letter.receivedAt(), letter.channel(), letter.account(),
                    letter.reason().kind().value(), letter.reason().code(), letter.reason().sentence(),
                    letter.attempts(), letter.lastAttemptAt(), letter.open() ? "open" : "redriven", letter.size());
        }
    }

    /** @param next to be asked for as {@code after}, null behind the last page */
    record Page(List<Item> items, @Nullable UUID next) {}

    private final DeadLetterTable letters;
    private final SecondReading secondReading;
    private final Clock clock;

    public DeadLetterController(DeadLetterTable letters, SecondReading secondReading, Clock clock) {
        this.letters = letters;
        this.secondReading = secondReading;
        this.clock = clock;
    }

    @GetMapping("/api/dead-letters")
    Page open(@RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String code) {
        if (limit < 1 || limit > MOST_AT_ONCE) {
            throw Refusal.badRequest("'limit' is between 1 and " + MOST_AT_ONCE + ".");
        }
        List<Item> found = letters.open(new LetterFilter(channel, account, code), limit + 1, after).stream()
                .map(Item::of).toList();
        return found.size() <= limit
                ? new Page(found, null)
                : new Page(found.subList(0, limit), found.get(limit - 1).id());
    }

    @GetMapping("/api/dead-letters/{id}")
    Item letter(@PathVariable UUID id) {
        return Item.of(find(id));
    }

    /** Its bytes, never to be run or shown by a browser. */
    @GetMapping("/api/dead-letters/{id}/raw")
    ResponseEntity<byte[]> raw(@PathVariable UUID id) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".json\"")
                .header("X-Content-Type-Options", "nosniff").header("Content-Security-Policy", "sandbox")
                .body(bytes(id));
    }

    @PostMapping("/api/dead-letters/{id}/redrive")
    Redriven redrive(@PathVariable UUID id) {
        KeptLetter letter = find(id);
        if (!letter.open()) {
            throw Refusal.conflict("This dead letter was read again with success already; its receipt tells more.");
        }
        try {
            return secondReading.read(letter, bytes(id));
        } catch (StillNoReport e) {
            letters.noteAttempt(id, e.reason(), clock.instant());
            throw Refusal.conflict("It still cannot be taken: " + e.reason().sentence());
        }
    }

    /** Which open ones to read again. */
    record Wanted(@Nullable String channel, @Nullable String account, @Nullable String code, @Nullable UUID after) {

        LetterFilter filter() {
            return new LetterFilter(channel, account, code);
        }
    }

    /**
     * What became of one of several.
     *
     * @param state recorded, duplicate, or open if it still cannot be taken
     * @param position where the log holds it, null if it does not
     * @param reason why it still cannot be taken, null if it was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(UUID id, String state, @Nullable Long position, @Nullable String reason) {}

    /** @param next to be sent as {@code after} to go on, null if nothing is left */
    record Answers(List<Answer> items, @Nullable UUID next) {}

    /** The newest {@value #REDRIVEN_AT_ONCE} of the open ones that are meant, behind {@code after}. */
    @PostMapping("/api/dead-letters/redrive")
    Answers redrive(@RequestBody Wanted wanted) {
        List<KeptLetter> found = letters.open(wanted.filter(), REDRIVEN_AT_ONCE + 1, wanted.after());
        List<KeptLetter> taken = found.subList(0, Math.min(found.size(), REDRIVEN_AT_ONCE));
        List<Answer> answers = taken.stream().map(this::answer).toList();
        return new Answers(answers, taken.size() == found.size() ? null : taken.getLast().id());
    }

    private Answer answer(KeptLetter letter) {
        try {
            Redriven redriven = secondReading.read(letter, bytes(letter.id()));
            return new Answer(letter.id(), redriven.state(), redriven.position(), null);
        } catch (StillNoReport e) {
            letters.noteAttempt(letter.id(), e.reason(), clock.instant());
            return new Answer(letter.id(), "open", null, e.reason().sentence());
        }
    }

    private KeptLetter find(UUID id) {
        return letters.find(id).orElseThrow(() -> notFound(id));
    }

    private byte[] bytes(UUID id) {
        return letters.raw(id).orElseThrow(() -> notFound(id));
    }

    private static Refusal notFound(UUID id) {
        return Refusal.notFound("There is no dead letter " + id + ".");
    }
}
