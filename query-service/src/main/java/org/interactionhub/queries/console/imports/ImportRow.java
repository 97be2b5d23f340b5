package org.interactionhub.queries.console.imports;

import java.util.List;
import org.interactionhub.queries.console.frame.Point;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list, and what became of it or would.
 *
 * @param name as the list calls her
 * @param clients whom it is about
 * @param compare where the first two of them stand side by side, null if they are not in conflict
 * @param sameAs an earlier row about the same client, null if there is none
 * @param linked what becomes hers by it
 * @param remarks what is not taken as it stands, in sentences
 */
record ImportRow(int row, String name, String verdict, List<Who> clients, @Nullable String compare,
        @Nullable Integer sameAs, List<Point> linked, List<String> remarks) {

    /** Where she stands, if the list calls her as we do; null if it calls her otherwise or is not about one alone. */
    public @Nullable String herself() {
        return clients.size() == 1 && clients.getFirst().name().equals(name) ? clients.getFirst().href() : null;
    }

    /** A client, and where she stands. */
    record Who(String name, String href) {}
}
