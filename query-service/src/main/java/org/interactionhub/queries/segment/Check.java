package org.interactionhub.queries.segment;

import org.jspecify.annotations.Nullable;

/**
 * What a condition found.
 *
 * @param actual a word, a number or an instant, by the type of the field; null if the field says nothing of the client
 * @param negated true if the rule asks that the condition does not hold
 */
public record Check(Rule.Clause clause, @Nullable Object actual, boolean holds, boolean negated) {

    /** True if it speaks for the client being in the segment. */
    public boolean speaksFor() {
        return holds != negated;
    }
}
