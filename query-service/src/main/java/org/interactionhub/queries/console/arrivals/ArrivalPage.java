package org.interactionhub.queries.console.arrivals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of arrivals.
 *
 * @param accounts those that can be chosen
 * @param published false if dead letters are missing, since the command side has published nothing yet
 * @param self where the same list can be had again
 * @param more where the arrivals behind these are, null if nothing is
 * @param command a line that makes something arrive
 */
record ArrivalPage(State state, ArrivalFilter filter, List<String> accounts, List<ArrivalRow> rows,
        List<Repeats> repeats, boolean published, String self, @Nullable String more, String command) {

    /** What there is to show. */
    enum State {
        SOME, NO_HITS, EMPTY_HUB, REPEATS
    }

    /** How often something came again to an account, and where its books are. */
    record Repeats(String channel, String account, String count, String href) {}
}
