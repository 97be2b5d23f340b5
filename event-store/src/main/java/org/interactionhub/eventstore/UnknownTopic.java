package org.interactionhub.eventstore;

/** The topic is not the one the hub has read so far; the message says what happened and what to do. */
public final class UnknownTopic extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownTopic(String message) {
        super(message);
    }
}
