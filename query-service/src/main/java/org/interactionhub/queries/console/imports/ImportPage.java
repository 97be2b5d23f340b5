package org.interactionhub.queries.console.imports;

import java.util.List;
import org.interactionhub.queries.console.frame.Point;
import org.jspecify.annotations.Nullable;

/**
 * A list that was imported, with what became of its rows.
 *
 * @param undone by whom and when it was taken back, null if it stands
 * @param reason why, null if nobody said
 * @param withdrawn how many clients are none any more, in words
 * @param choices what the rows are chosen by
 * @param more where the rows behind these stand, null if there are none
 */
record ImportPage(ImportListPage.Line line, @Nullable String undone, @Nullable String reason, String withdrawn,
        List<Choice> choices, List<ImportRow> rows, @Nullable String more) {

    /** @param verdict empty: all of them */
    record Choice(String verdict, String words, String href, boolean current) {}

    /**
     * What an undo would take back.
     *
     * @param withdrawn in words, as is {@code unlinked}
     */
    record Undo(String post, String then, String back, String file, String withdrawn, String unlinked,
            List<Kept> kept) {}

    /** @param points of hers that stay, if it is not herself who does */
    record Kept(String name, String href, boolean herself, List<Point> points) {}
}
