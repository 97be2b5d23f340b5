package org.interactionhub.eventstore;

import java.time.Duration;

/** Wakes readers when the log grows: at once by notification, at the latest after a short poll. */
public interface Tail extends AutoCloseable {

    /**
     * Waits until the log reaches beyond {@code position}.
     *
     * @return the head then, or the unchanged head after {@code atMost}
     * @throws InterruptedException if the waiting thread is to stop
     */
    long awaitBeyond(long position, Duration atMost) throws InterruptedException;

    @Override
    void close();
}
