package org.interactionhub.door;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Spring Boot's error dispatch with our words: a browser gets the error view ({@code templates/error/...} of the console,
 * with {@code status}, {@code title}, {@code detail} and, for a failure, {@code id} in its model), a program a problem.
 */
final class ErrorAnswers extends BasicErrorController {

    ErrorAnswers(ErrorAttributes attributes, ErrorProperties properties, List<ErrorViewResolver> views) {
        super(attributes, properties, views);
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        Map<String, Object> members = problem(request).members();
        return ResponseEntity.status(getStatus(request))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(members);
    }

    @Override
    protected Map<String, Object> getErrorAttributes(HttpServletRequest request, ErrorAttributeOptions options) {
        Map<String, Object> model = new LinkedHashMap<>(problem(request).members());
        model.put("error", String.valueOf(model.get("title"))); // Spring Boot's names for the same, for its own fallback page
        model.put("message", String.valueOf(model.get("detail")));
        return model;
    }

    private Problem problem(HttpServletRequest request) {
        return Problem.toldIn(request).orElseGet(() -> untold(request));
    }

    private Problem untold(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable defect) {
            return Problems.unexpected(defect, request);
        }
        int status = getStatus(request).value();
        return new Problem(status, Sentences.of(status), null, null);
    }
}
