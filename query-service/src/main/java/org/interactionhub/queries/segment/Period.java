package org.interactionhub.queries.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;

/** A stretch of the calendar seen from a moment, that a time can fall into. */
enum Period {
    THIS_MONTH(1), THIS_QUARTER(3), THIS_YEAR(12);

    private final int months;

    Period(int months) {
        this.months = months;
    }

    String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException naming the known periods, if {@code value} is none of them */
    static Period of(String value) {
        return Arrays.stream(values()).filter(period -> period.value().equals(value)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + value + "' is no period; known are this-month, this-quarter and this-year"));
    }

    boolean holds(Instant time, Instant now, ZoneId zone) {
        return number(time, zone) == number(now, zone);
    }

    private long number(Instant time, ZoneId zone) {
        LocalDate day = time.atZone(zone).toLocalDate();
        return Math.floorDiv(day.getYear() * 12L + day.getMonthValue() - 1, months);
    }
}
