package org.interactionhub.queries.segment;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When we work: Monday to Friday between two times of day, by the clock on the wall of {@code zone}. It knows no public
 * holidays.
 *
 * @param from inclusive
 * @param to exclusive, later than {@code from}
 */
public record WorkingHours(ZoneId zone, LocalTime from, LocalTime to) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})(?::(\\d{2}))?-(\\d{1,2})(?::(\\d{2}))?");
    private static final int WEEK = 7;
    private static final int WORKING_DAYS = 5;
    /** Day 0 of the epoch was a Thursday; three days before it a week began. */
    private static final int TO_MONDAY = 3;

    public WorkingHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("Work that begins at " + from + " cannot end at " + to + ".");
        }
    }

    /**
     * @param written such as {@code 9-18} or {@code 8:30-17:15}
     * @throws IllegalArgumentException if it is no such thing
     */
    public static WorkingHours of(ZoneId zone, String written) {
        Matcher hours = WRITTEN.matcher(written.replace(" ", ""));
        if (!hours.matches()) {
            throw new IllegalArgumentException(
                    "HUB_WORKING_HOURS is '" + written + "'; something like 9-18 or 8:30-17:15 is asked for.");
        }
        try {
            return new WorkingHours(zone, time(hours.group(1), hours.group(2)), time(hours.group(3), hours.group(4)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("HUB_WORKING_HOURS is '" + written + "'; no day has these hours.", e);
        }
    }

    /** How long we worked between the two; negative if they stand the other way round. */
    public Duration between(Instant begin, Instant end) {
        return workedBy(end).minus(workedBy(begin));
    }

    /** Working time since a Monday long ago. Everything is a difference of this, so times add up however they are cut. */
    private Duration workedBy(Instant instant) {
        LocalDateTime local = instant.atZone(zone).toLocalDateTime();
        long day = local.toLocalDate().toEpochDay() + TO_MONDAY;
        int weekday = (int) Math.floorMod(day, (long) WEEK);
        long fullDays = Math.floorDiv(day, (long) WEEK) * WORKING_DAYS + Math.min(weekday, WORKING_DAYS);
        Duration today = weekday < WORKING_DAYS ? today(local.toLocalTime()) : Duration.ZERO;
        return Duration.between(from, to).multipliedBy(fullDays).plus(today);
    }

    private Duration today(LocalTime time) {
        if (time.isBefore(from)) {
            return Duration.ZERO;
        }
        return Duration.between(from, time.isBefore(to) ? time : to);
    }

    private static LocalTime time(String hours, @Nullable String minutes) {
        return LocalTime.of(Integer.parseInt(hours), minutes == null ? 0 : Integer.parseInt(minutes));
    }
}
