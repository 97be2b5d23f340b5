package org.interactionhub.queries.segment;

import java.time.Instant;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.segment.Field.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A member of a segment and what makes her one.
 *
 * @param since the time that the figure counts from; null if it counts from none
 * @param figure how long or how many, in {@code unit}; null if it is all about a time
 * @param reason the same in a sentence
 */
public record MemberEntry(ClientId id, String name, ClientEvent.Kind kind, @Nullable Instant since,
        @Nullable Number figure, Unit unit, String reason) {

    static MemberEntry of(Segment segment, Subject subject, SegmentWords words) {
        Features features = subject.features();
        Number figure = segment.figure().of(subject) instanceof Number number ? Explanation.rounded(number) : null;
        return new MemberEntry(features.client(), features.name(), features.kind(),
                segment.figure().since(features), figure, segment.figure().unit(), words.reason(segment, subject));
    }
}
