package org.interactionhub.channels.inlet;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.interactionhub.door.Refusal;

/**
 * Bounds the bytes of all messages that are being taken at once. Who finds no room waits a while and is then asked to
 * come again, so that a flood of large mails makes senders slow instead of the hub fall over.
 */
public final class InFlight {

    private static final int UNIT = 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final int units;
    private final Semaphore room;
    private final Duration patience;

    /** @param bytes at most; not less than the largest single message */
    public InFlight(long bytes) {
        this(bytes, PATIENCE);
    }

    InFlight(long bytes, Duration patience) {
        this.patience = patience;
        units = units(bytes);
        room = new Semaphore(units);
    }

    /** The bytes that all messages together may take. */
    public long most() {
        return (long) units * UNIT;
    }

    /** The bytes taken right now. */
    public long used() {
        return (long) (units - room.availablePermits()) * UNIT;
    }

    /** @throws Refusal 503 if there is no room for so many bytes */
    public Share share(long bytes) {
        Share share = new Share();
        share.grow(bytes);
        return share;
    }

    private static int units(long bytes) {
        return Math.toIntExact((bytes + UNIT - 1) / UNIT);
    }

    /** The room that one message takes; given back by closing it. Used by one thread. */
    public final class Share implements AutoCloseable {

        private int taken;

        private Share() {}

        /** @throws Refusal 503 if there is no room for so many bytes more */
        public void grow(long bytes) {
            int more = units(bytes);
            try {
                if (!room.tryAcquire(more, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw Refusal.notNow("The hub is busy with other large messages. Send this one again in a moment.",
                            COME_AGAIN);
                }
                taken += more;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Refusal.notNow("The hub is stopping. Send the message again.", COME_AGAIN);
            }
        }

        @Override
        public void close() {
            room.release(taken);
            taken = 0;
        }
    }
}
