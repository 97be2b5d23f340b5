package org.interactionhub.queries.console.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart as the browser draws it, all words in the visitor's language.
 *
 * @param axis what the values are and in which unit, empty if they count things
 * @param note what the chart leaves away, null if nothing
 */
record Drawing(String kind, String axis, List<String> x, List<Series> series, @Nullable String note) {

    /**
     * @param tint the channel whose colour it has, {@code 1} to {@code 8}, or of a period
     *            {@code period-1} to {@code period-4}, the last of which is the newest
     * @param data a value for each of {@code x}, null where there is none
     * @param texts the same for reading
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Series(String name, String tint, List<@Nullable Double> data, List<String> texts) {}
}
