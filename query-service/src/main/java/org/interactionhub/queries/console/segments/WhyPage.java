package org.interactionhub.queries.console.segments;

import java.util.List;
import org.interactionhub.queries.segment.Check;
import org.interactionhub.queries.segment.Segment;
import org.interactionhub.queries.segment.SegmentWords;
import org.interactionhub.queries.segment.Subject;

/** Why a client is in the segments that she is in, and why not in the others. */
record WhyPage(String name, String client, List<Why> segments) {

    /**
     * One segment and the client.
     *
     * @param name also the anchor on the page
     * @param reason what makes her a member; empty if she is none
     */
    record Why(String name, String href, String title, String about, boolean member, String reason,
            List<Condition> conditions) {

        static Why of(Segment segment, Subject subject, SegmentWords words) {
            boolean member = subject.isIn(segment);
            return new Why(segment.name(), SegmentCard.href(segment), words.title(segment), words.about(segment),
                    member, member ? words.reason(segment, subject) : "",
                    subject.checks(segment).stream().map(check -> Condition.of(check, words)).toList());
        }

        /** Changes when it looks different. */
        public String version() {
            return Integer.toHexString(hashCode());
        }
    }

    /**
     * A condition of the rule and what it found.
     *
     * @param change what would have to change for it to be met; empty if it is
     */
    record Condition(String field, String wanted, String actual, boolean met, String change) {

        static Condition of(Check check, SegmentWords words) {
            return new Condition(words.field(check.clause().field()), words.asked(check), words.actual(check),
                    check.speaksFor(), words.change(check));
        }
    }
}
