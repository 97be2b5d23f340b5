package org.interactionhub.commands.interaction;

import org.interactionhub.door.Refusal;
import org.interactionhub.events.InteractionId;
import org.springframework.http.HttpStatus;

/** What is said of a contact cannot be. */
public final class InteractionRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private InteractionRefused(HttpStatus status, String sentence) {
        super(status, sentence);
    }

    static InteractionRefused unknown(InteractionId interaction) {
        return new InteractionRefused(HttpStatus.NOT_FOUND, "There is no interaction " + interaction + ".");
    }

    /** It contradicts what is known. */
    static InteractionRefused contradicted(String sentence) {
        return new InteractionRefused(HttpStatus.CONFLICT, sentence);
    }

    /** It makes no sense by itself. */
    static InteractionRefused senseless(String sentence) {
        return new InteractionRefused(HttpStatus.BAD_REQUEST, sentence);
    }
}
