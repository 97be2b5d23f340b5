package org.interactionhub.queries.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a view is drawn; all but the kind are names of columns.
 *
 * @param series the column whose values are drawn beside each other, null for one line or one row of bars
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Chart(Kind kind, String x, String y, @Nullable String series) {

    /** Shapes that a chart can have. */
    public enum Kind {
        /** Bars, the series one upon the other. */
        BARS, LINES,
        /** Lying bars, those of one {@code x} under each other. */
        ROWS;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
