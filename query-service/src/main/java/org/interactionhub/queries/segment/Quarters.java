package org.interactionhub.queries.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Calendar quarters of a zone, numbered through: {@code year * 4 + 0..3}. Whoever counts in SQL is given where they begin,
 * so that only one side knows the rules of time zones.
 */
record Quarters(ZoneId zone) {

    private static final int FIRST = 1970 * 4;
    private static final int LAST = 2100 * 4;

    int of(Instant instant) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        return Math.clamp(day.getYear() * 4L + (day.getMonthValue() - 1) / 3, FIRST - 1, LAST);
    }

    /** Where the quarters begin, the first being number {@link #numberOf 1}; what lies outside counts to the ends. */
    List<Instant> beginnings() {
        return IntStream.rangeClosed(FIRST, LAST)
                .mapToObj(quarter -> LocalDate.of(quarter / 4, quarter % 4 * 3 + 1, 1).atStartOfDay(zone).toInstant())
                .toList();
    }

    /** The number of the quarter behind so many {@link #beginnings}. */
    static int numberOf(int begun) {
        return FIRST - 1 + begun;
    }
}
