package org.interactionhub.queries.timeline;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.Direction;
import org.interactionhub.events.ThreadId;
import org.interactionhub.queries.reading.Parameters;
import org.interactionhub.queries.timeline.TimelineFile.Format;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/clients/{id}/timeline}, in pages or as a file. */
@RestController
public final class TimelineController {

    private final Timeline timeline;
    private final LongSupplier position;

    /** @param position that the history holds */
    public TimelineController(Timeline timeline, LongSupplier position) {
        this.timeline = timeline;
        this.position = position;
    }

    @GetMapping(path = "/api/clients/{id}/timeline", produces = MediaType.APPLICATION_JSON_VALUE)
    TimelinePage timeline(@PathVariable String id, @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String direction,
            @RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String q, @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String thread) {
        return timeline.page(question(id, limit, before, channel, direction, from, to, q, asOf, at, thread));
    }

    /** All of it, or of what is chosen of it, in a file. */
    @GetMapping("/api/clients/{id}/timeline/export")
    void export(@PathVariable String id, @RequestParam(defaultValue = "csv") String format,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String direction,
            @RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String q, @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String thread, HttpServletResponse response) throws IOException {
        Format known = Objects.requireNonNull(Parameters.value("format", format, Format::of));
        TimelineQuestion question = question(id, Integer.toString(TimelineQuestion.MOST), null, channel, direction,
                from,
                to, q, asOf, at, thread);
        try (TimelineFile file = timeline.file(question, known, position.getAsLong())) {
            response.setContentType(known.type());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"timeline-" + question.client() + "." + known.ending() + "\"");
            response.setContentLengthLong(Files.size(file.path()));
            Files.copy(file.path(), response.getOutputStream());
        }
    }

    /** The question that these parameters of a request ask, or a refusal in a sentence. */
    public static TimelineQuestion question(String id, @Nullable String limit, @Nullable String before,
            @Nullable String channel, @Nullable String direction, @Nullable String from, @Nullable String to,
            @Nullable String q, @Nullable String asOf, @Nullable String at, @Nullable String thread) {
        Instant begin = Parameters.time("from", from);
        Instant end = Parameters.time("to", to);
        if (begin != null && end != null && begin.isAfter(end)) {
            throw Refusal.badRequest("The parameter 'from' lies behind 'to'; the earlier time belongs into 'from'.");
        }
        return new TimelineQuestion(Parameters.id(id, ClientId::of, "There is no client '" + id + "'."),
                Parameters.limit(limit, TimelineQuestion.DEFAULT, TimelineQuestion.MOST), Parameters.words(before),
                Parameters.value("channel", channel, Channel::of),
                Parameters.value("direction", direction, Direction::of), begin, end, Parameters.words(q),
                Parameters.words(asOf), Parameters.time("at", at),
                Parameters.value("thread", thread, TimelineController::thread));
    }

    private static ThreadId thread(String text) {
        try {
            return ThreadId.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is no 'thread' of a timeline's items", e);
        }
    }
}
