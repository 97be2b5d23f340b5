package org.interactionhub.door;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The hub says no, in a sentence that a user can act on; answered as RFC 9457 {@code application/problem+json}.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final @Nullable Duration retryAfter;

    /** @param sentence what is wrong and what to do about it; shown to the user, without personal data */
    public Refusal(HttpStatus status, String sentence) {
        this(status, sentence, null);
    }

    private Refusal(HttpStatus status, String sentence, @Nullable Duration retryAfter) {
        super(sentence);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** 503: not now; asks the caller to try again after {@code retryAfter}. */
    public static Refusal notNow(String sentence, Duration retryAfter) {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, sentence, retryAfter);
    }

    /** 404. */
    public static Refusal notFound(String sentence) {
        return new Refusal(HttpStatus.NOT_FOUND, sentence);
    }

    /** 400. */
    public static Refusal badRequest(String sentence) {
        return new Refusal(HttpStatus.BAD_REQUEST, sentence);
    }

    /** 409. */
    public static Refusal conflict(String sentence) {
        return new Refusal(HttpStatus.CONFLICT, sentence);
    }

    public HttpStatus status() {
        return status;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
