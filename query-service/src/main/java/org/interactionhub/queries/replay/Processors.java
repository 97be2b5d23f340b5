package org.interactionhub.queries.replay;

import java.util.List;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.queries.history.History;

/** Answers how far everything that follows the log is. */
public final class Processors {

    private final History history;
    private final EventLog log;

    public Processors(History history, EventLog log) {
        this.history = history;
        this.log = log;
    }

    public List<ProcessorState> all() {
        long position = history.progress().position();
        long head = Math.max(position, log.head());
        return List.of(new ProcessorState(Replays.TIMELINE, position, head, head - position,
                history.eventsPerSecond(), history.trouble()));
    }
}
