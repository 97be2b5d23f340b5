package org.interactionhub.queries.imports;

import java.util.List;
import org.interactionhub.events.ContactPoint;

/**
 * What an undo of an import would take back.
 *
 * @param withdrawn how many clients would be none any more
 * @param unlinked how many contact points would be nobody's again
 * @param kept whoever, or whatever of hers, was spoken of since and stays
 */
public record ImportUndoPreview(long withdrawn, long unlinked, List<Kept> kept) {

    /**
     * @param registered whether the list made her known; else it is contact points of hers that stay
     * @param contactPoints those of the list that stay hers
     */
    public record Kept(int row, Named client, boolean registered, List<ContactPoint> contactPoints) {}
}
