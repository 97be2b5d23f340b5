package org.interactionhub.queries.clientcard;

import org.interactionhub.events.ImportId;

/**
 * A row of an imported list.
 *
 * @param file how the list is called
 * @param row its number as a spreadsheet counts
 */
public record ListRow(ImportId importId, String file, long row) {}
