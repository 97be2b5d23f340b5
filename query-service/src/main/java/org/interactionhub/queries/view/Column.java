package org.interactionhub.queries.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column of a view.
 *
 * @param kind what its values are, and with it their unit
 * @param absent what no value means, null if there is nothing to say about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Column(String name, Kind kind, Said title, @Nullable Said absent) {

    /** What the values of a column are. */
    public enum Kind {
        /** As in {@code 2026-03}. */
        MONTH,
        /** As in {@code 2026-Q1}. */
        QUARTER,
        /** A channel's name, as in {@code web-form}. */
        CHANNEL,
        /** {@code inbound}, {@code outbound} or {@code internal}. */
        DIRECTION, TEXT,
        /** A whole number of things. */
        COUNT,
        /** A time span in seconds. */
        SECONDS,
        /** A number of hours, never told in days: working time is. */
        HOURS,
        /** Of a hundred. */
        PERCENT;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isNumber() {
            return switch (this) {
                case COUNT, SECONDS, HOURS, PERCENT -> true;
                case MONTH, QUARTER, CHANNEL, DIRECTION, TEXT -> false;
            };
        }

        /** A part of a year; the text of a later one is greater. */
        public boolean isPeriod() {
            return this == MONTH || this == QUARTER;
        }

        /** How long something took: such values are compared and never added up. */
        public boolean isSpan() {
            return this == SECONDS || this == HOURS;
        }
    }
}
