package org.interactionhub.queries.console.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import of a list would do.
 *
 * @param already where the import of the same list stands, null if there is none
 * @param rows how many the list has, in words
 * @param complaint why it cannot be imported with these columns, null if it can; in English, as the API speaks
 * @param fields what a column may hold
 */
record PreviewPart(@Nullable String already, String rows, @Nullable String complaint, List<Column> columns,
        List<String> fields, List<Group> groups) {

    /** @param field empty if it is passed over */
    record Column(String header, String field, String examples) {}

    /**
     * The rows of which the same would become.
     *
     * @param words how many there are
     * @param cut whether more are there than are shown
     */
    record Group(String verdict, String words, boolean cut, List<ImportRow> rows) {}
}
