package org.interactionhub.queries.view;

import org.jspecify.annotations.Nullable;

/**
 * In which order rows come.
 *
 * @param column null for the order of the key
 */
public record Order(@Nullable String column, boolean descending) {

    public static final Order BY_KEY = new Order(null, false);
}
