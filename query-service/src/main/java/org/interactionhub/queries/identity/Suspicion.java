package org.interactionhub.queries.identity;

import java.util.List;
import org.interactionhub.events.ReportId;

/**
 * Two clients may be one; nothing follows until somebody decides.
 *
 * @param evidence reports that name contact points of both, newest first
 * @param position of the newest
 */
public record Suspicion(Named client, Named other, List<ReportId> evidence, long position) {}
