package org.interactionhub.queries.view;

import org.interactionhub.door.Refusal;
import org.springframework.http.HttpStatus;

/** A view cannot be built as its file is; the sentence says to whoever wrote it what to change. */
final class ViewRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    ViewRefused(String sentence) {
        super(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }

    ViewRefused(String sentence, Throwable cause) {
        this(sentence);
        initCause(cause);
    }
}
