package org.interactionhub.queries.console.palette;

import java.util.List;

/**
 * What the palette offers.
 *
 * @param query for which
 * @param status how much it is, for those who hear it
 */
record Hits(String query, List<Group> groups, String status) {

    /** Things of one kind. */
    record Group(String key, List<Hit> hits) {}
}
