package org.interactionhub.queries.console.segments;

import java.util.List;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.segment.Membership;
import org.interactionhub.queries.segment.SegmentWords;
import org.interactionhub.queries.segment.Segments;

/** Says on a client's page which segments she is in, and why. */
public final class Badges {

    private final Segments segments;

    public Badges(Segments segments) {
        this.segments = segments;
    }

    /**
     * The badges of a client.
     *
     * @param self where the same badges can be had again
     * @param why where it is explained, also for the segments that she is not in
     */
    public record Row(List<Badge> badges, String self, String why) {}

    /** A segment that the client is in. */
    public record Badge(String name, String title, String reason, String href) {

        /** Changes when the badge looks different. */
        public String version() {
            return Integer.toHexString(hashCode());
        }
    }

    public Row of(ClientId client, Visitor visitor) {
        String why = why(client);
        return new Row(Membership.of(client, segments, new SegmentWords(visitor)).stream()
                .map(one -> new Badge(one.name(), one.title(), one.reason(), why + "#" + one.name())).toList(),
                why + "/badges", why);
    }

    static String why(ClientId client) {
        return Addresses.client(client) + "/segments";
    }
}
