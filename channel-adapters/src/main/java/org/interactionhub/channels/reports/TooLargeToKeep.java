package org.interactionhub.channels.reports;

/** A report that Kafka will never take, however often its message is sent; nothing is wrong with Kafka. */
public final class TooLargeToKeep extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooLargeToKeep(Throwable cause) {
        super("What was read from the message is larger than the hub can pass on. Send it in smaller parts.", cause);
    }
}
