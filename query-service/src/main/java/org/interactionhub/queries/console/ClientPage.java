package org.interactionhub.queries.console;

import java.util.List;
import org.interactionhub.queries.console.frame.Moment;
import org.interactionhub.queries.console.frame.Point;
import org.jspecify.annotations.Nullable;

/**
 * A client and her timeline.
 *
 * @param then the day whose knowledge it shows, null for now
 * @param today where the same stands as it is known now
 * @param card what passes between her and us, at a glance
 * @param calls that go on or led to the page
 * @param path where the page stands, without any choice
 * @param self where the same entries can be had again
 * @param older where the entries behind these are, null if none are left
 * @param export where all entries that are chosen can be had as a file
 * @param exportAsJson the same for programs
 * @param stream tells of new and changed entries
 * @param widened says what was sought in the place of words that no entry holds
 */
record ClientPage(@Nullable String then, String today, ClientHead head, CardView card, Calls calls,
        TimelineFilter filter, List<TimelineRow> rows,
        String path, String self,
        @Nullable String older, String export, String exportAsJson, String stream, List<String> widened) {

    /**
     * The client as such.
     *
     * @param owner who of us looks after her, null if nobody does
     * @param last her last contact, null if she never had one
     * @param booked what the books say of her, in words
     * @param same who may be the same
     * @param merged the names of those who count as her, empty if nobody does
     * @param identity where stands who she is
     * @param house to whom she belongs, and who belongs to her
     * @param withdrawn where the import stands that had registered her and was taken back, null as a rule
     */
    record ClientHead(String id, String path, String name, String kind, List<Point> points, @Nullable String owner,
            String entries,
            @Nullable Moment last, List<String> booked,
            List<Other> same, String merged, String identity, House house,
            @Nullable String withdrawn) {}

    /**
     * What a client is by law, to whom she belongs and who belongs to her.
     *
     * @param path where all of it stands
     * @param law what is known of her by law, in one line, empty if nothing is
     * @param belongsTo the houses to which she belongs now
     * @param members some of those who belong to her now
     * @param all how many belong or belonged to her, in words; null if nobody does
     */
    record House(String path, String law, List<Tie> belongsTo, List<Tie> members, @Nullable String all) {

        public boolean isEmpty() {
            return law.isEmpty() && belongsTo.isEmpty() && all == null;
        }
    }

    /** Another client, where she stands, and how the two belong together. */
    record Tie(String name, String href, String how) {}

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
     * @param why what makes one think so
     */
    record Other(String name, String href, String compare, String why) {}
}
