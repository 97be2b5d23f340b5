package org.interactionhub.queries.console.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Clients who may be one.
 *
 * @param grounds what they are chosen by
 * @param count how many pairs there are
 * @param more where the next ones stand, null if none are left
 */
record SuspicionPage(List<Ground> grounds, List<SuspicionRow> rows, String count, String self, @Nullable String more,
        String command) {

    /**
     * What a suspicion may rest on.
     *
     * @param key of its words
     */
    record Ground(String key, String href, boolean current) {}
}
