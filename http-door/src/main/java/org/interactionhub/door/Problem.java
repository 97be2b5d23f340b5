package org.interactionhub.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * A refusal or failure on its way to the caller: a problem of RFC 9457 for programs, the error page for people.
 *
 * @param detail a sentence for the user
 * @param retryAfter when to try again, null if that would not help
 * @param id under which an unexpected failure stands in the log, null for a refusal
 */
record Problem(int status, String detail, @Nullable Duration retryAfter, @Nullable String id) {

    private static final String ATTRIBUTE = Problem.class.getName();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Problem of(Refusal refusal) {
        return new Problem(refusal.status().value(), String.valueOf(refusal.getMessage()),
                refusal.retryAfter().orElse(null), null);
    }

    /** The problem that was told earlier in this request, if any. */
    static Optional<Problem> toldIn(HttpServletRequest request) {
        return Optional.ofNullable((Problem) request.getAttribute(ATTRIBUTE));
    }

    /** The members of the problem, in the order in which a reader wants them. */
    Map<String, Object> members() {
        HttpStatus known = HttpStatus.resolve(status);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("title", known == null ? "Error" : known.getReasonPhrase());
        members.put("status", status);
        members.put("detail", detail);
        String shortId = id;
        if (shortId != null) {
            members.put("id", shortId);
        }
        return members;
    }

    /** The answer of a handler; null if a browser asked, which then gets the error page. */
    @Nullable
    ResponseEntity<Object> answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Asked.forAPage(request)) {
            sendToErrorPage(request, response);
            return null;
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        retryAfterSeconds().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.body(members());
    }

    /** The answer of a filter. */
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Asked.forAPage(request)) {
            sendToErrorPage(request, response);
            return;
        }
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        retryAfterSeconds().ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
        response.getOutputStream().write(JSON.writeValueAsBytes(members()));
    }

    private void sendToErrorPage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(ATTRIBUTE, this);
        retryAfterSeconds().ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
        response.sendError(status, detail);
    }

    private Optional<String> retryAfterSeconds() {
        return Optional.ofNullable(retryAfter()).map(pause -> Long.toString(Math.max(1, pause.toSeconds())));
    }
}
