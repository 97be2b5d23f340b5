package org.interactionhub.queries.console.frame;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor chose on a page, as it stands in the address: empty means nothing. What makes no sense counts as
 * nothing, since addresses are typed by people too.
 */
public record Chosen(Map<String, String> parameters) {

    /** The day after must have a name as well. */
    private static final int LAST_YEAR = 9998;

    public String words(String name) {
        return parameters.getOrDefault(name, "").replace("\0", "").strip();
    }

    public String oneOf(String name, List<String> values) {
        String value = parameters.getOrDefault(name, "");
        return values.contains(value) ? value : "";
    }

    /** A date as ISO 8601 writes it. */
    public String day(String name) {
        try {
            LocalDate day = LocalDate.parse(parameters.getOrDefault(name, ""));
            return day.getYear() >= 1 && day.getYear() <= LAST_YEAR ? day.toString() : "";
        } catch (DateTimeException e) {
            return ""; // no date, no bound
        }
    }

    public static @Nullable String filled(String value) {
        return value.isEmpty() ? null : value;
    }

    /** When a day that was chosen begins, null if none was. */
    public static @Nullable Instant beginOf(String day, ZoneId zone) {
        return day.isEmpty() ? null : LocalDate.parse(day).atStartOfDay(zone).toInstant();
    }

    /** When the day after one that was chosen begins, null if none was. */
    public static @Nullable Instant endOf(String day, ZoneId zone) {
        return day.isEmpty() ? null : LocalDate.parse(day).plusDays(1).atStartOfDay(zone).toInstant();
    }
}
