package org.interactionhub.eventstore;

import java.util.UUID;

/** What became of one {@link Group}. */
public sealed interface Outcome {

    /** Appended and durable, at these positions (both inclusive; an empty group has last = first - 1). */
    record Appended(long first, long last) implements Outcome {}

    /**
     * Dropped: its {@link Entry.IfAbsent} stands in the log already.
     *
     * @param position where it stands
     * @param sameBytes false if this one's original differs from the first one's; it is then kept beside it and flagged
     */
    record Repeated(long position, boolean sameBytes) implements Outcome {}

    /**
     * Refused: somebody else appended to the stream meanwhile; decide again on what is there now.
     *
     * @param wanted the version it was to have
     * @param found the version it would have had
     */
    record Conflicted(UUID stream, int wanted, int found) implements Outcome {}
}
