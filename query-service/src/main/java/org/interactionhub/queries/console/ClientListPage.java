package org.interactionhub.queries.console;

import java.util.List;
import org.interactionhub.queries.console.clients.ClientListFilter;
import org.jspecify.annotations.Nullable;

/**
 * The list of clients.
 *
 * @param segments among which a visitor can choose
 * @param owners the same; the one who is chosen among them
 * @param hits how many clients there are on all pages
 * @param self where the same list can be had again
 * @param more where the clients behind these are, null if nobody is
 * @param command a line that fills an empty hub
 */
record ClientListPage(ClientListFilter filter, List<Choice> segments, List<String> owners, State state, String hits,
        List<ClientRow> rows,
        String self, @Nullable String more, String command) {

    /** What there is to show. */
    enum State {
        SOME, NO_HITS, EMPTY_HUB
    }

    /** Something that can be chosen. */
    record Choice(String value, String title) {}
}
