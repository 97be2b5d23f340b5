package org.interactionhub.queries.timeline;

import java.time.Instant;
import java.util.Map;
import org.interactionhub.events.Direction;
import org.interactionhub.events.ThreadId;
import org.interactionhub.queries.history.Machine;

/** Tells whether a message waits for an answer of ours. */
final class Asking {

    private Asking() {}

    /** True if a person wrote to us in a thread; machines wait for nobody. */
    static boolean isAnswerable(TimelineItem item) {
        return item.thread() != null && item.direction() == Direction.INBOUND && !item.deleted()
                && !Machine.wrote(item.attributes());
    }

    /**
     * @param answers when one of us last wrote in a thread
     * @param lastAnswer when one of us last wrote or spoke to the client, about whatever
     */
    static boolean unanswered(TimelineItem newest, Map<ThreadId, Instant> answers, Instant lastAnswer) {
        if (!isAnswerable(newest) || lastAnswer.isAfter(newest.occurredAt())) {
            return false;
        }
        Instant answered = answers.get(newest.thread());
        return answered == null || answered.isBefore(newest.occurredAt());
    }
}
