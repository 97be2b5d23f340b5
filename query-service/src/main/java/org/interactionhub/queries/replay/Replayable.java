package org.interactionhub.queries.replay;

import org.jspecify.annotations.Nullable;

/** One building anew of something from the whole history, while what is shown of it stays. Used once. */
public interface Replayable {

    /**
     * Runs to the end.
     *
     * @return false if it was cancelled
     * @throws InterruptedException if it was left
     * @throws org.interactionhub.door.Refusal if it cannot be built, in a sentence for whoever started it
     */
    boolean run() throws InterruptedException;

    /** Stops it soon, unless it is too late. */
    void cancel();

    /** Stops it soon, unless it is too late, because the hub stops; what it has done is kept if the next can go on with it. */
    default void leave() {
        cancel();
    }

    /** The position behind which it went on with what an earlier one had done; null if it began anew. */
    default @Nullable Long resumedFrom() {
        return null;
    }

    /**
     * How much of the whole work is done: from 0 to 1, which is when it is shown. Null if nobody knows.
     *
     * @param head the last event of the log
     */
    default @Nullable Double share(long head) {
        return null;
    }

    /** The last event that it holds; 0 as long as it holds none, which one that is built in one piece does to its end. */
    long position();

    /** 0 if it does not go event by event. */
    long eventsPerSecond();

    /** How many rows it has, null if it does not count them. */
    default @Nullable Long rows() {
        return null;
    }

    /** What it is at, in a word; null if it has but one phase. */
    default @Nullable String phase() {
        return null;
    }

    /**
     * How long it will take yet, null if that cannot be told.
     *
     * @param head the last event of the log
     */
    default @Nullable Long etaSeconds(long head) {
        long speed = eventsPerSecond();
        return speed == 0 ? null : (Long) Math.ceilDiv(Math.max(0, head - position()), speed);
    }
}
