package org.interactionhub.queries.operation;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** {@code GET /api/changes}: server-sent events {@code arrivals}, {@code suggestions} and {@code operations}, at most one of each a second. */
@RestController
public final class ChangeController {

    private final ChangeFeed feed;

    public ChangeController(ChangeFeed feed) {
        this.feed = feed;
    }

    @GetMapping(path = "/api/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> changes() {
        // proxies that gather answers would keep the news back
        return ResponseEntity.ok().header("X-Accel-Buffering", "no").header("Cache-Control", "no-store")
                .body(feed.open());
    }
}
