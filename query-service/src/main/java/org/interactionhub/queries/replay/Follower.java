package org.interactionhub.queries.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A room that makes something of the shown history, and can say how far it is. */
public interface Follower {

    List<Following> following();

    /**
     * How far something made of the history is.
     *
     * @param position the last event that it holds, 0 if it holds none
     * @param eventsPerSecond what it took lately, null for what takes no events but is built anew
     * @param trouble what keeps it from going on, in a sentence; null if nothing does
     */
    record Following(String name, long position, @Nullable Long eventsPerSecond, @Nullable String trouble) {}
}
