package org.interactionhub.queries.console.identity;

import java.util.List;

/**
 * Two clients side by side, and what would be if they were one.
 *
 * @param client who would survive
 * @param other who would be absorbed
 * @param self where they stand as here
 * @param swapped where they stand the other way round
 * @param evidence contacts that name contact points of both
 * @param listed rows of lists that do
 * @param pro in what the two resemble each other
 * @param contra in what they do not
 * @param distinct who said that they are two, and why; empty if nobody did
 */
record ComparePage(Side client, Side other, String self, String swapped, String together, String shared,
        List<Evidence> evidence, List<ListedSign> listed, List<String> pro, List<String> contra,
        List<Saying> distinct) {

    /** Whether nobody of us would look after her, though somebody looks after the other now. */
    public boolean isLosesOwner() {
        return client.owner() == null && other.owner() != null;
    }

    public boolean isFounded() {
        return !evidence.isEmpty() || !listed.isEmpty() || !pro.isEmpty();
    }
}
