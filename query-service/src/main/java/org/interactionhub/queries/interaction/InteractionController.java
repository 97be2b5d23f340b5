package org.interactionhub.queries.interaction;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
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

/** {@code GET /api/interactions/{id}}, its originals, and its words as a page of their own. */
@RestController
public final class InteractionController {

    /** Whatever a stranger wrote runs nothing, loads nothing and sends nothing. */
    private static final String SANDBOX = "sandbox; default-src 'none'";
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

    /** The words of a contact, for a sandboxed frame. */
    @GetMapping(path = "/interactions/{id}/body", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> body(@PathVariable String id) {
        return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(CSP, SANDBOX + "; style-src 'unsafe-inline'; img-src data:")
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(PlainBody.of(find(id).item()).getBytes(StandardCharsets.UTF_8));
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

    private static String extension(StoredOriginal original) {
        String type = original.contentType();
        if (type.startsWith("message/rfc822")) {
            return ".eml";
        }
        return type.contains("json") ? ".json" : type.startsWith("text/csv") ? ".csv" : ".bin";
    }
}
