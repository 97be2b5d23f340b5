package org.interactionhub.queries.identity;

import java.util.List;

/**
 * Everything that was ever said of who a client is, newest first.
 *
 * @param client as whom she counts now
 * @param members everybody who counts as her, she herself first
 */
public record ClientIdentity(Named client, List<Named> members, List<Merge> merges, List<Distinction> distinctions,
        List<Link> links) {}
