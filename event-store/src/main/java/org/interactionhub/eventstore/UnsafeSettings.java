package org.interactionhub.eventstore;

/** PostgreSQL is set so that what the hub calls durable would not survive a power cut; the message says what to set. */
public final class UnsafeSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsafeSettings(String message) {
        super(message);
    }
}
