package org.interactionhub.queries.identity;

import java.util.List;
import org.interactionhub.events.ContactPoint;

/**
 * What would part if a merge were undone.
 *
 * @param returns contact points that would be the other's again
 * @param entries that her timeline would have
 * @param learned contact points that were learned since the merge, and stay with the survivor
 */
public record UndoPreview(Merge merge, List<ContactPoint> returns, long entries, List<ContactPoint> learned) {}
