package org.interactionhub.queries.segment;

import java.util.List;
import org.interactionhub.events.ClientId;

/** A segment that a client is in, and why, in a sentence. */
public record Membership(String name, String title, String reason) {

    /** The segments that this client is in; none if nobody knows her. */
    public static List<Membership> of(ClientId client, Segments segments, SegmentWords words) {
        return segments.at(words.visitor().times().now()).find(client).stream()
                .flatMap(subject -> segments.all().stream().filter(segment -> subject.isIn(segment))
                        .map(segment -> new Membership(segment.name(), words.title(segment),
                                words.reason(segment, subject))))
                .toList();
    }
}
