package org.interactionhub.queries.imports;

import java.util.List;
import java.util.Map;
import org.interactionhub.events.ImportEvent.Verdict;
import org.interactionhub.events.ImportId;
import org.jspecify.annotations.Nullable;

/**
 * What an import of a list would do.
 *
 * @param already the import of the same list that stands, null if there is none
 * @param rows how many the list has
 * @param columns what each is taken for
 * @param complaint why the list cannot be imported with these columns, null if it can
 * @param counts what would become of how many rows
 * @param sorted the first {@value Imports#SHOWN} rows of each verdict
 */
public record ImportPreview(@Nullable ImportId already, int rows, List<Column> columns, @Nullable String complaint,
        Map<Verdict, Long> counts, List<SortedRow> sorted) {

    /**
     * A column of the list.
     *
     * @param field what it is taken for, null if it is passed over
     * @param examples the first few of what stands in it
     */
    public record Column(String header, @Nullable String field, List<String> examples) {}

    public long count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }
}
