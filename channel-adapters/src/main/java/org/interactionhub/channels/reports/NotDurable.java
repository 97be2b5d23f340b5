package org.interactionhub.channels.reports;

/** A report is not, or not certainly, kept yet; the sender has to send the message again. */
public final class NotDurable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDurable(String sentence) {
        super(sentence);
    }

    NotDurable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
