package org.interactionhub.queries.replay;

import java.net.URI;
import java.util.UUID;
import org.interactionhub.door.Refusal;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.reading.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/replays} and {@code GET /api/processors}. */
@RestController
public final class ReplayController {

    private final Replays replays;
    private final Processors processors;

    public ReplayController(Replays replays, Processors processors) {
        this.replays = replays;
        this.processors = processors;
    }

    /** What is to be replayed. */
    record Wanted(@Nullable String projection) {}

    @PostMapping("/api/replays")
    ResponseEntity<Replay> start(@RequestBody Wanted wanted) {
        String projection = wanted.projection();
        if (projection == null || projection.isBlank()) {
            throw Refusal.badRequest("Say what to replay: {\"projection\": \"" + Replays.TIMELINE + "\"}.");
        }
        Replay replay = replays.start(projection.strip());
        return ResponseEntity.accepted().location(URI.create("/api/replays/" + replay.id())).body(replay);
    }

    @GetMapping("/api/replays")
    Page<Replay> all() {
        return new Page<>(replays.all(), null);
    }

    @GetMapping("/api/replays/{id}")
    Replay replay(@PathVariable String id) {
        String nothing = "There is no replay '" + id + "'; one that was killed with the hub is forgotten.";
        return replays.find(Parameters.id(id, UUID::fromString, nothing)).orElseThrow(() -> Refusal.notFound(nothing));
    }

    @DeleteMapping("/api/replays/{id}")
    Replay cancel(@PathVariable String id) {
        Replay replay = replay(id);
        replays.cancel(replay.id());
        return replay(id);
    }

    @GetMapping("/api/processors")
    Page<ProcessorState> processors() {
        return new Page<>(processors.all(), null);
    }
}
