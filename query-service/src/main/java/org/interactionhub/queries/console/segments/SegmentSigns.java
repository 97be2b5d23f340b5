package org.interactionhub.queries.console.segments;

import java.util.List;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.palette.Signpost;
import org.interactionhub.queries.segment.SegmentWords;
import org.interactionhub.queries.segment.Segments;

/** Names the segments to the palette. */
public final class SegmentSigns implements Signpost {

    private final Segments segments;

    public SegmentSigns(Segments segments) {
        this.segments = segments;
    }

    @Override
    public List<Sign> signs(Visitor visitor) {
        SegmentWords words = new SegmentWords(visitor);
        String kind = visitor.words().say("place.segments");
        return segments.all().stream()
                .map(segment -> new Sign("clients", words.title(segment), kind, SegmentCard.href(segment))).toList();
    }
}
