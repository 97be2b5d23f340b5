package org.interactionhub.queries.console.segments;

import java.util.List;
import java.util.Objects;
import org.interactionhub.queries.segment.Segment;
import org.interactionhub.queries.segment.SegmentWords;
import org.interactionhub.queries.segment.Standing;

/**
 * A segment at a glance.
 *
 * @param version changes when the card looks different
 * @param conditions the rule in words
 * @param members how many clients are in it now, in words
 */
record SegmentCard(String name, String version, String href, String title, String about, List<String> conditions,
        long count, String members) {

    static SegmentCard of(Segment segment, Standing standing, SegmentWords words) {
        long count = standing.count(segment);
        List<String> conditions = words.conditions(segment);
        return new SegmentCard(segment.name(), Integer.toHexString(Objects.hash(count, conditions)),
                href(segment), words.title(segment), words.about(segment), conditions, count,
                words.visitor().words().count("clients.hits", count));
    }

    static String href(Segment segment) {
        return "/segments/" + segment.name();
    }
}
