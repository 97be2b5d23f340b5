package org.interactionhub.queries.live;

import org.interactionhub.events.ClientId;
import org.interactionhub.queries.reading.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** {@code GET /api/now} and {@code GET /api/clients/{id}/timeline/stream}, as server-sent events. */
@RestController
public final class LiveController {

    private final LiveFeed feed;

    public LiveController(LiveFeed feed) {
        this.feed = feed;
    }

    @GetMapping(path = "/api/now", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> now() {
        return stream(feed.openNow());
    }

    /** A page that comes again with {@code Last-Event-ID} is told first what it missed. */
    @GetMapping(path = "/api/clients/{id}/timeline/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> timeline(@PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        ClientId client = Parameters.id(id, ClientId::of, "There is no client '" + id + "'.");
        return stream(feed.openTimeline(client, position(last)));
    }

    private static ResponseEntity<SseEmitter> stream(SseEmitter emitter) {
        // proxies that gather answers would keep the news back
        return ResponseEntity.ok().header("X-Accel-Buffering", "no").header("Cache-Control", "no-store").body(emitter);
    }

    private static @Nullable Long position(@Nullable String last) {
        if (last == null || last.isEmpty() || last.length() > 18 || !last.chars().allMatch(Character::isDigit)) {
            return null;
        }
        return Long.valueOf(last);
    }
}
