package org.interactionhub.queries.segment;

import java.util.List;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;

/**
 * Whom a rule would hold.
 *
 * @param rule the tree of conditions; own staff and partners are left out unless it asks for a kind
 * @param conditions the same in words, all of which must hold
 * @param members how many are in it now
 * @param clients the first of them, at most {@link Segments#DEFAULT}
 */
record SegmentPreview(Rule rule, List<String> conditions, long members, List<Held> clients) {

    /**
     * Somebody whom the rule would hold.
     *
     * @param clauses every condition with what it found
     */
    record Held(ClientId id, String name, ClientEvent.Kind kind, List<Explanation.ClauseEntry> clauses) {}

    static SegmentPreview of(Segment segment, Standing standing, SegmentWords words) {
        List<Subject> members = standing.members(segment);
        return new SegmentPreview(segment.rule(), words.conditions(segment), members.size(), members.stream()
                .limit(Segments.DEFAULT)
                .map(member -> new Held(member.features().client(), member.features().name(), member.features().kind(),
                        Explanation.clauses(segment, member, words)))
                .toList());
    }
}
