package org.interactionhub.queries.console;

import java.util.Map;
import java.util.Optional;
import org.interactionhub.queries.console.frame.Sizes;
import org.interactionhub.queries.timeline.TimelineItem;

/** What the timeline knows of a call: how it went, for how long, and who of us took it. */
record Call(Course course, Optional<String> duration, Optional<String> agent) {

    /** How a call went. {@link #UNANSWERED} is one of ours that nobody took, {@link #MISSED} one of hers. */
    enum Course {
        RINGING, ONGOING, ANSWERED, MISSED, UNANSWERED
    }

    static Call of(TimelineItem item) {
        Map<String, Object> attributes = item.attributes();
        Optional<String> duration = attributes.get("durationSeconds") instanceof Number seconds
                ? Optional.of(seconds.longValue()).filter(talk -> talk > 0).map(Sizes::duration)
                : Optional.empty();
        return new Call(course(attributes), duration,
                Optional.ofNullable(attributes.get("agent")).map(Object::toString));
    }

    private static Course course(Map<String, Object> attributes) {
        boolean answered = Boolean.TRUE.equals(attributes.get("answered"));
        boolean over = attributes.containsKey("durationSeconds") || attributes.containsKey("missed");
        if (answered) {
            return over ? Course.ANSWERED : Course.ONGOING;
        }
        if (Boolean.TRUE.equals(attributes.get("missed"))) {
            return Course.MISSED;
        }
        return over ? Course.UNANSWERED : Course.RINGING;
    }
}
