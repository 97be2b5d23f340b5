package org.interactionhub.queries.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.interactionhub.events.InteractionId;
import org.interactionhub.queries.timeline.TimelineItem.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What was said in one thread without a long pause, told by its newest message; or any other contact by itself.
 *
 * @param size how many messages it is
 * @param oldest its first message; what it is known by while it grows
 * @param since when that one was
 * @param first the place of its first message
 * @param front a place in front of its newest message
 * @param decisions taken at any of its messages
 * @param unanswered true if the last word in the thread is the client's, and a person's, and nobody wrote or spoke to
 *            the client since
 * @param calledBackAfter how long after a missed call one of us dialled that number; null if nobody did, or nothing was
 *            missed
 */
public record Exchange(TimelineItem newest, int size, InteractionId oldest, Instant since, String first, String front,
        List<Decision> decisions, boolean unanswered, @Nullable Duration calledBackAfter) {

    /** A contact by itself, with nothing told about what came after it. */
    public static Exchange of(TimelineItem item) {
        return new Exchange(item, 1, item.interactionId(), item.occurredAt(), "", "", item.decisions(), false, null);
    }
}
