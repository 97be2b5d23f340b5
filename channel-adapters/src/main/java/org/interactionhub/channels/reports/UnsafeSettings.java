package org.interactionhub.channels.reports;

/** The topic would not keep what it acknowledges; the message is a sentence that says what to change. */
public final class UnsafeSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsafeSettings(String sentence) {
        super(sentence);
    }
}
