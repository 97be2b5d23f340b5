package org.interactionhub.eventstore;

/** Another consumer has read this stretch already: nothing was written; seek to the stored offsets and go on. */
public final class OffsetsFenced extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OffsetsFenced(String message) {
        super(message);
    }
}
