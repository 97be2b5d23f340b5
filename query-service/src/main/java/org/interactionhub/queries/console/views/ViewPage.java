package org.interactionhub.queries.console.views;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One view.
 *
 * @param self where the same table can be had again
 * @param drawing where the chart's figures are, null if there is no chart or nothing to draw yet
 * @param shape of the chart, empty if there is none
 * @param table null as long as nothing is shown
 * @param csv where all rows are as a file
 * @param command a line that fills an empty hub
 */
record ViewPage(String title, String about, String path, String self, @Nullable String drawing, String shape,
        String csv, String sql,
        ViewStanding standing, @Nullable Table table, String command) {

    /** @param rest what the table leaves away, null if nothing */
    record Table(List<Head> heads, List<List<Cell>> rows, @Nullable String rest) {}

    /**
     * The head of a column.
     *
     * @param href where the table is sorted by it, the other way round if it is already
     * @param sorted {@code ascending} or {@code descending}, null if the table is sorted by another
     */
    record Head(String title, String href, @Nullable String sorted, boolean number) {}

    /** @param icon of a channel, empty for everything else */
    record Cell(String text, String icon, boolean number) {}
}
