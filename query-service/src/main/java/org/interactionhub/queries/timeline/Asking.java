package org.interactionhub.queries.timeline;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.interactionhub.events.Direction;
import org.interactionhub.events.ThreadId;

/** Tells whether a message waits for an answer of ours. */
final class Asking {

    private static final Set<String> BULK = Set.of("bulk", "list", "junk", "auto_reply");

    private Asking() {}

    /** True if a person wrote to us in a thread; machines wait for nobody. */
    static boolean isAnswerable(TimelineItem item) {
        return item.thread() != null && item.direction() == Direction.INBOUND && !item.deleted()
                && !isByMachine(item.attributes());
    }

    /** @param answers when one of us last wrote in a thread */
    static boolean unanswered(TimelineItem newest, Map<ThreadId, Instant> answers) {
        if (!isAnswerable(newest)) {
            return false;
        }
        Instant answered = answers.get(newest.thread());
        return answered == null || answered.isBefore(newest.occurredAt());
    }

    private static boolean isByMachine(Map<String, Object> attributes) {
        Object submitted = attributes.get("autoSubmitted");
        boolean automatic = submitted != null && !said(submitted).startsWith("no");
        Object precedence = attributes.get("precedence");
        return automatic || attributes.containsKey("listId") || attributes.containsKey("multipartReport")
                || precedence != null && BULK.contains(said(precedence));
    }

    private static String said(Object value) {
        return value.toString().strip().toLowerCase(Locale.ROOT);
    }
}
