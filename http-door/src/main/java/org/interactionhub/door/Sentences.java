package org.interactionhub.door;

import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Says in a user's words what Spring found wrong with a request. */
final class Sentences {

    private Sentences() {}

    static String of(Exception refused, HttpStatusCode status, HttpServletRequest request) {
        return switch (refused) {
            case NoResourceFoundException _ -> "There is nothing at " + request.getRequestURI() + ".";
            case HttpRequestMethodNotSupportedException wrong -> wrong.getMethod()
                    + " is not possible here; possible are " + wrong.getSupportedHttpMethods() + ".";
            case HttpMediaTypeNotSupportedException wrong -> "The content type '" + wrong.getContentType()
                    + "' is not taken here; taken are " + wrong.getSupportedMediaTypes() + ".";
            case HttpMessageNotReadableException unreadable -> body(unreadable);
            case TypeMismatchException mismatch -> "The value of '" + mismatch.getPropertyName() + "' cannot be used: "
                    + why(mismatch);
            case ErrorResponse response when response.getBody().getDetail() != null -> String
                    .valueOf(response.getBody().getDetail());
            default -> of(status.value());
        };
    }

    /** The sentence for a status of which nothing else is known. */
    static String of(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "The request could not be answered." : switch (known) {
            case NOT_FOUND -> "There is nothing at this address.";
            case BAD_REQUEST -> "The request could not be understood.";
            case SERVICE_UNAVAILABLE -> "This did not answer in time. Try again in a moment.";
            default -> "The request could not be answered: " + known.getReasonPhrase() + ".";
        };
    }

    private static String body(HttpMessageNotReadableException unreadable) {
        String own = ownWords(unreadable.getCause());
        if (own != null) {
            return "The body cannot be used: " + own;
        }
        if (unreadable.getCause() instanceof JacksonException wrong && wrong.getLocation() != null) {
            return "The body is not the JSON that is asked for; see line " + wrong.getLocation().getLineNr()
                    + ", column " + wrong.getLocation().getColumnNr() + ".";
        }
        return "The body is missing or is not what is asked for here.";
    }

    private static String why(TypeMismatchException mismatch) {
        String own = ownWords(mismatch.getCause());
        return own != null ? own : "'" + mismatch.getValue() + "' is not of the right form.";
    }

    /** What a value's own type said against it: the innermost {@link IllegalArgumentException}, if its words are for people. */
    private static @Nullable String ownWords(@Nullable Throwable cause) {
        String words = null;
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof NumberFormatException) {
                words = "a number is asked for.";
            } else if (each instanceof DateTimeParseException) {
                words = "a time such as 2026-11-24T09:30:00Z is asked for.";
            } else if (each instanceof IllegalArgumentException && each.getMessage() != null) {
                words = each.getMessage();
            }
        }
        return words;
    }
}
