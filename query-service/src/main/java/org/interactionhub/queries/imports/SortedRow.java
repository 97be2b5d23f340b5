package org.interactionhub.queries.imports;

import java.util.List;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ImportEvent.Remark;
import org.interactionhub.events.ImportEvent.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list, and what became of it or would.
 *
 * @param row its number as a spreadsheet counts, the first of all being 1
 * @param name as the list calls her, empty if it does not
 * @param clients whom it is about, as far as she is known: several if they are in conflict
 * @param sameAs an earlier row about the same client, null if there is none
 * @param linked what becomes hers by it
 * @param remarks what is not taken as it stands
 */
public record SortedRow(int row, String name, Verdict verdict, List<Named> clients, @Nullable Integer sameAs,
        List<ContactPoint> linked, List<Said> remarks) {

    /** A remark, and a sentence of it. */
    public record Said(Remark.Kind kind, String value, String sentence) {
        static Said of(Remark remark) {
            return new Said(remark.kind(), remark.value(), remark.sentence());
        }
    }
}
