package org.interactionhub.queries.interaction;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.InteractionId;
import org.interactionhub.eventstore.StoredOriginal;
import org.interactionhub.queries.reading.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/interactions/{id}}, its originals, and the first of them as text. */
@RestController
public final class InteractionController {

    /** Whatever a stranger wrote runs nothing, loads nothing and sends nothing. */
    private static final String SANDBOX = "sandbox; default-src 'none'";
    /** What is longer is cut in the frame; the download has all of it. */
    private static final int MOST_SHOWN = 1024 * 1024;
    private static final String CSP = "Content-Security-Policy";

    private final Interactions interactions;
    private final OriginalFiles files;

    public InteractionController(Interactions interactions, OriginalFiles files) {
        this.interactions = interactions;
        this.files = files;
    }

    @GetMapping(path = "/api/interactions/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    WholeInteraction interaction(@PathVariable String id) {
        return find(id);
    }

    /** The message byte for byte, as a download that no browser opens. */
    @GetMapping("/api/interactions/{id}/original")
    void original(@PathVariable String id, @RequestParam(required = false) @Nullable String position,
            HttpServletResponse response) throws IOException {
        Long asked = Parameters.value("position", position, InteractionController::position);
        StoredOriginal original = interactions.original(id(id), asked).orElseThrow(() -> Refusal.notFound(
                "There is no original" + (asked == null ? "" : " at position " + asked) + " of interaction '" + id
                        + "'."));
        try (InputStream bytes = files.open(original)) {
            response.setContentType(mediaType(original.contentType()));
            response.setContentLengthLong(original.size());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"" + original.sha256().substring(0, 16) + extension(original) + "\"");
            response.setHeader(CSP, SANDBOX);
            response.setHeader(HttpHeaders.ETAG, "\"" + original.sha256() + "\"");
            bytes.transferTo(response.getOutputStream());
        }
    }

    /** The message as text, for a sandboxed frame: every character of it shown and none obeyed. */
    @GetMapping("/interactions/{id}/original")
    ResponseEntity<byte[]> text(@PathVariable String id) throws IOException {
        StoredOriginal original = interactions.original(id(id), null)
                .orElseThrow(() -> Refusal.notFound("There is no original of interaction '" + id + "'."));
        try (InputStream bytes = files.open(original)) {
            return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_PLAIN, charset(original.contentType())))
                    .header(CSP, SANDBOX + "; frame-ancestors 'self'").header("Cache-Control", "no-store")
                    .body(bytes.readNBytes(MOST_SHOWN));
        }
    }

    private WholeInteraction find(String id) {
        return interactions.find(id(id)).orElseThrow(() -> Refusal.notFound(nothing(id)));
    }

    private static InteractionId id(String id) {
        return Parameters.id(id, InteractionId::of, nothing(id));
    }

    private static String nothing(String id) {
        return "There is no interaction '" + id + "'.";
    }

    private static Long position(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no position of the log", e);
        }
    }

    private static String mediaType(String stored) {
        try {
            return MediaType.parseMediaType(stored).toString();
        } catch (InvalidMediaTypeException e) {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE; // nothing was said, or nothing that can stand in a header
        }
    }

    private static Charset charset(String stored) {
        try {
            Charset said = MediaType.parseMediaType(stored).getCharset();
            return said == null ? StandardCharsets.UTF_8 : said;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8; // no media type, or a charset that nobody knows
        }
    }

    private static String extension(StoredOriginal original) {
        String type = original.contentType();
        if (type.startsWith("message/rfc822")) {
            return ".eml";
        }
        return type.contains("json") ? ".json" : type.startsWith("text/csv") ? ".csv" : ".bin";
    }
}
