package org.interactionhub.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns whatever a handler throws into a problem with a sentence; never shows a stack trace or a defect's own words. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final List<PassingFailure> passing;

    Problems(List<PassingFailure> passing) {
        this.passing = passing;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return response.isCommitted() ? null : Problem.of(refusal).answer(request, response);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> failed(Exception defect, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (DisconnectedClientHelper.isClientDisconnectedException(defect)) {
            return null; // nobody is there to read an answer
        }
        Problem problem = passes(defect) ? notNow(defect) : unexpected(defect, request);
        return response.isCommitted() ? null : problem.answer(request, response);
    }

    private boolean passes(Exception defect) {
        return Stream.<Throwable>iterate(defect, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> passing.stream().anyMatch(each -> each.passes(cause)));
    }

    private static Problem notNow(Exception failure) {
        LOG.atWarn().addKeyValue("failure", failure.getMessage()).log("A request could not be served now.");
        return Problem.of(Refusal.notNow("The hub cannot reach its database right now. Try again in a moment.",
                Duration.ofSeconds(2)));
    }

    /** Logs the defect under a short id that also stands in the problem, so that one leads to the other. */
    static Problem unexpected(Throwable defect, HttpServletRequest request) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.atError()
                .addKeyValue("method", request.getMethod())
                // the pattern, not the path: a path may name a person
                .addKeyValue("handler", request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .setCause(defect)
                .log("A request failed unexpectedly; its problem carries the id {}", id);
        return new Problem(500,
                "Something went wrong inside the hub. The log tells more under the id '" + id + "'.", null, id);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception refused, @Nullable Object body,
            HttpHeaders headers, HttpStatusCode status, WebRequest webRequest) {
        ServletWebRequest exchange = (ServletWebRequest) webRequest;
        HttpServletResponse response = exchange.getResponse();
        if (response == null || response.isCommitted()) {
            return null;
        }
        try {
            HttpServletRequest request = exchange.getRequest();
            Problem problem = status.is5xxServerError() && status.value() != 503
                    ? unexpected(refused, request)
                    : new Problem(status.value(), Sentences.of(refused, status, request), null, null);
            headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            return problem.answer(request, response);
        } catch (IOException e) {
            return null; // nobody is there to read an answer
        }
    }
}
