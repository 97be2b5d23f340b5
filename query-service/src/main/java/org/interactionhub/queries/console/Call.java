package org.interactionhub.queries.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.queries.console.frame.Sizes;
import org.interactionhub.queries.timeline.TimelineItem;

/** What the timeline knows of a call: how it went, for how long, and who of us took it. */
record Call(Course course, Optional<String> duration, Optional<String> agent) {

    /** An exchange that never says how a call went on must not let it ring for ever. */
    private static final Duration LONGEST_RINGING = Duration.ofMinutes(10);
    private static final Duration LONGEST_TALK = Duration.ofHours(4);

    /**
     * How a call went. {@link #UNANSWERED} is one of ours that nobody took, {@link #MISSED} one of hers; of
     * {@link #UNENDED} nobody told the end.
     */
    enum Course {
        RINGING, ONGOING, ANSWERED, MISSED, UNANSWERED, UNENDED
    }

    /** @param now at which it is looked at */
    static Call of(TimelineItem item, Instant now) {
        Map<String, Object> attributes = item.attributes();
        Optional<String> duration = attributes.get("durationSeconds") instanceof Number seconds
                ? Optional.of(seconds.longValue()).filter(talk -> talk > 0).map(Sizes::duration)
                : Optional.empty();
        return new Call(course(attributes, Duration.between(item.occurredAt(), now)), duration,
                Optional.ofNullable(attributes.get("agent")).map(Object::toString));
    }

    private static Course course(Map<String, Object> attributes, Duration age) {
        boolean answered = Boolean.TRUE.equals(attributes.get("answered"));
        boolean over = attributes.containsKey("durationSeconds") || attributes.containsKey("missed");
        if (answered) {
            return over ? Course.ANSWERED : age.compareTo(LONGEST_TALK) < 0 ? Course.ONGOING : Course.UNENDED;
        }
        if (Boolean.TRUE.equals(attributes.get("missed"))) {
            return Course.MISSED;
        }
        return over ? Course.UNANSWERED : age.compareTo(LONGEST_RINGING) < 0 ? Course.RINGING : Course.UNENDED;
    }
}
