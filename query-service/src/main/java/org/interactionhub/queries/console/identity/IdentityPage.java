package org.interactionhub.queries.console.identity;

import java.util.List;
import org.interactionhub.queries.console.frame.Moment;
import org.interactionhub.queries.console.frame.Point;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was said of who a client is.
 *
 * @param path of her page
 * @param choose where she can be compared with others
 */
record IdentityPage(String name, String path, String choose, List<MergeRow> merges,
        List<DistinctionRow> distinctions, List<LinkRow> links) {

    /**
     * @param undone null as long as it stands
     * @param undo what would part if it were undone; null if it is
     */
    record MergeRow(String id, String name, String otherName, Saying said, @Nullable Saying undone,
            @Nullable Undo undo) {}

    /**
     * @param learned stay with the survivor
     */
    record Undo(String entries, List<Point> returns, List<Point> learned) {}

    /** @param other the id of the one who was told apart */
    record DistinctionRow(String other, String name, String otherName, Saying said, boolean stands) {}

    /**
     * @param madeFor of whom it was said, null if of the client herself
     * @param how by which method it became known, and by whom
     * @param valid from when until when, null if without bounds
     * @param fill names the contact point to the form that classifies it, as parameters
     */
    record LinkRow(String id, Point point, String fill, @Nullable String madeFor, String how, Moment since,
            @Nullable String valid,
            boolean stands) {}
}
