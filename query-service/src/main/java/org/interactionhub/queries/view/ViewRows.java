package org.interactionhub.queries.view;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a view's rows.
 *
 * @param items flat objects by the names of the columns
 * @param next names the part behind this one, for nobody to take apart; null if nothing is left
 * @param position of the log, as of which the rows are
 * @param face that the view had when these rows were built
 */
public record ViewRows(List<Map<String, @Nullable Object>> items, @Nullable String next, long position,
        Instant builtAt, @JsonIgnore Face face) {}
