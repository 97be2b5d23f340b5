package org.interactionhub.queries.history;

import org.interactionhub.eventstore.StoredEvent;

/** A defect: an event has no rows. It must not be skipped, so the history stands still until a better hub starts. */
final class CannotProject extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotProject(StoredEvent event, RuntimeException defect) {
        super("The event at position " + event.position() + " (" + event.name()
                + ") cannot be turned into history: " + defect.getClass().getSimpleName()
                + ". The history stops in front of it, so that nothing is lost.", defect);
    }

    CannotProject(long position, Exception refusal) {
        super("The event at position " + position + " cannot be written into the history: "
                + refusal.getClass().getSimpleName() + ". The history stops in front of it, so that nothing is lost.",
                refusal);
    }
}
