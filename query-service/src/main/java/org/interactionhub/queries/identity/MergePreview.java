package org.interactionhub.queries.identity;

import java.util.List;
import org.interactionhub.events.ReportId;
import org.interactionhub.queries.clientcard.ClientCard;
import org.interactionhub.queries.clientcard.ListRow;
import org.interactionhub.readers.matching.Likeness;

/**
 * What would be one if two clients were merged.
 *
 * @param client who would survive: her name, kind and owner stay
 * @param other who would be absorbed
 * @param entries that the timeline would have
 * @param shared of them stand on both timelines now
 * @param evidence reports that name contact points of both, newest first
 * @param listed rows of imported lists that do, the newest list first
 * @param likeness how the two resemble each other, be it ever so little; score 0 while one of them is new
 * @param distinctions what stands against it: merging is refused until it is withdrawn
 */
public record MergePreview(ClientCard client, ClientCard other, long entries, long shared, List<ReportId> evidence,
        List<ListRow> listed, Likeness likeness, List<Distinction> distinctions) {}
