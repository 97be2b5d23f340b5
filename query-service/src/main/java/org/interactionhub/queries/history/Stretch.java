package org.interactionhub.queries.history;

/** The events behind one position up to another. */
record Stretch(long behind, long last) {

    /** What of it lies behind {@code position}; nothing if that is its last. */
    Stretch from(long position) {
        return new Stretch(position, last);
    }

    boolean isEmpty() {
        return behind >= last;
    }
}
