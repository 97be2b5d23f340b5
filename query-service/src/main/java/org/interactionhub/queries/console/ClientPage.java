package org.interactionhub.queries.console;

import java.util.List;
import org.interactionhub.queries.console.frame.Moment;
import org.interactionhub.queries.console.frame.Point;
import org.jspecify.annotations.Nullable;

/**
 * A client and her timeline.
 *
 * @param card what passes between her and us, at a glance
 * @param calls that go on or led to the page
 * @param path where the page stands, without any choice
 * @param self where the same entries can be had again
 * @param older where the entries behind these are, null if none are left
 * @param export where all entries that are chosen can be had as a file
 * @param stream tells of new and changed entries
 * @param widened says what was sought in the place of words that no entry holds
 */
record ClientPage(ClientHead head, CardView card, Calls calls, TimelineFilter filter, List<TimelineRow> rows,
        String path, String self,
        @Nullable String older, String export, String stream, List<String> widened) {

    /**
     * The client as such.
     *
     * @param owner who of us looks after her, null if nobody does
     * @param last her last contact, null if she never had one
     * @param same who may be the same
     * @param merged the names of those who count as her, empty if nobody does
     * @param identity where stands who she is
     */
    record ClientHead(String id, String path, String name, String kind, List<Point> points, @Nullable String owner,
            String entries,
            @Nullable Moment last,
            List<Other> same, String merged, String identity) {}

    /**
     * The calls that the page shows on top.
     *
     * @param self where they can be had again
     * @param asked the call that led to the page, null if none did
     */
    record Calls(String self, @Nullable String asked, List<CallView> items) {}

    /**
     * Another client, and where she stands.
     *
     * @param compare where the two stand side by side
     */
    record Other(String name, String href, String compare) {}
}
