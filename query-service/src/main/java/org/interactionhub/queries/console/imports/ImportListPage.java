package org.interactionhub.queries.console.imports;

import java.util.List;
import org.interactionhub.queries.console.frame.Moment;
import org.jspecify.annotations.Nullable;

/**
 * The lists that were imported.
 *
 * @param more where the ones before these stand, null if there are none
 */
record ImportListPage(List<Line> lines, @Nullable String more) {

    /**
     * One of them.
     *
     * @param by who imported it, and when
     * @param counts what became of how many rows, in words
     */
    record Line(String href, String file, @Nullable String source, String by, Moment at, String rows,
            List<String> counts,
            boolean undone) {}
}
