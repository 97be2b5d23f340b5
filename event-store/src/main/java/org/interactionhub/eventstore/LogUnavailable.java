package org.interactionhub.eventstore;

/** The log could not be read; it is untouched, and reading again later is safe. */
public final class LogUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogUnavailable(Throwable cause) {
        super("The event log cannot be read: " + cause.getMessage(), cause);
    }
}
