package org.interactionhub.queries.console.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of dead letters.
 *
 * @param reasons what can be chosen, as far as anything waits for it
 * @param self where the same list can be had again
 * @param more where those behind these are, null if nothing is
 * @param wanted what to send to have all of this filter read again
 * @param waiting how many of this filter wait, in words; null if none does
 * @param command a line that makes a dead letter
 */
record LetterPage(State state, LetterFilter filter, List<String> channels, List<String> accounts, List<Reason> reasons,
        List<LetterRow> rows, String self, @Nullable String more, String wanted, @Nullable String waiting,
        String command) {

    /** What there is to show. */
    enum State {
        SOME, NO_HITS, NONE, UNPUBLISHED
    }

    /** A reason why letters wait. */
    record Reason(String code, String words) {}
}
