package org.interactionhub.queries.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of clients.
 *
 * @param self where the same list can be had again
 * @param more where the clients behind these are, null if nobody is
 * @param command a line that fills an empty hub
 */
record ClientListPage(String query, State state, List<ClientRow> rows, String self, @Nullable String more,
        String command) {

    /** What there is to show. */
    enum State {
        SOME, NO_HITS, EMPTY_HUB
    }
}
