package org.interactionhub.queries.console.segments;

import java.util.List;
import java.util.Objects;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Point;
import org.interactionhub.queries.segment.Segment;
import org.interactionhub.queries.segment.SegmentWords;
import org.interactionhub.queries.segment.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A segment and its members.
 *
 * @param self where the same members can be had again
 * @param more where the members behind these are, null if nobody is
 * @param list where the same clients stand in the list of clients
 * @param command a line that gives the segment a member
 */
record SegmentPage(SegmentCard segment, List<MemberRow> rows, String self, @Nullable String more, String list,
        String command) {

    /**
     * A member.
     *
     * @param version changes when the row looks different
     * @param reason what makes her one, in a sentence
     * @param why where it is explained
     */
    record MemberRow(String id, String version, String href, String name, String kind, String reason, String why) {

        static MemberRow of(Segment segment, Subject member, SegmentWords words) {
            ClientId client = member.features().client();
            String name = Point.name(member.features().name());
            String kind = member.features().kind().value();
            String reason = words.reason(segment, member);
            return new MemberRow(client.toString(), Integer.toHexString(Objects.hash(name, kind, reason)),
                    Addresses.client(client), name, kind, reason, Badges.why(client) + "#" + segment.name());
        }
    }
}
