package org.interactionhub.queries.segment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of time seen from a moment, that a time can fall into: the current month, quarter or year, or some days up to
 * the moment.
 *
 * @param months how long one of the calendar is, 0 if it is none
 * @param days how many they are, 0 if it is one of the calendar
 */
record Period(String value, int months, int days) {

    static final Period THIS_MONTH = new Period("this-month", 1, 0);

    private static final Map<String, Integer> CALENDAR = Map.of("this-month", 1, "this-quarter", 3, "this-year", 12);
    private static final Pattern DAYS = Pattern.compile("last-([1-9]\\d{0,4})-days");

    /** @throws IllegalArgumentException naming the known periods, if {@code value} is none of them */
    static Period of(String value) {
        Integer months = CALENDAR.get(value);
        if (months != null) {
            return new Period(value, months, 0);
        }
        Matcher days = DAYS.matcher(value);
        if (days.matches()) {
            return new Period(value, 0, Integer.parseInt(days.group(1)));
        }
        throw new IllegalArgumentException("'" + value
                + "' is no period; known are this-month, this-quarter, this-year and such as last-30-days");
    }

    boolean holds(Instant time, Instant now, ZoneId zone) {
        return days > 0
                ? !time.isAfter(now) && !time.isBefore(now.minus(Duration.ofDays(days)))
                : number(time, zone) == number(now, zone);
    }

    private long number(Instant time, ZoneId zone) {
        LocalDate day = time.atZone(zone).toLocalDate();
        return Math.floorDiv(day.getYear() * 12L + day.getMonthValue() - 1, months);
    }
}
