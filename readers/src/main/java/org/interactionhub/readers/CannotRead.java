package org.interactionhub.readers;

import org.interactionhub.events.Unreadable;

/** A reader could make nothing of an original that is whole in its syntax; ends as an unreadable report. */
final class CannotRead extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String sentence;

    /** @param code stable, for machines: {@code lower-case-with-dashes} */
    CannotRead(String code, String sentence) {
        super(code, null, false, false);
        this.code = code;
        this.sentence = sentence;
    }

    Unreadable unreadable() {
        return new Unreadable(code, sentence);
    }
}
