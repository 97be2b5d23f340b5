package org.interactionhub.readers.mail;

import com.github.mangstadt.vinnie.VObjectProperty;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times of a calendar: in UTC, in a zone by name, or in one that the calendar itself describes, as programs
 * do whose zones nobody else knows (RFC 5545, 3.6.5). A time without a zone is in UTC.
 */
final class CalendarTimes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Pattern PLACE = Pattern.compile("(\\p{Alpha}+/[\\p{Alpha}_]+(?:/[\\p{Alpha}_]+)?)$");
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2})(\\d{2})(?:\\d{2})?");
    private static final Pattern YEARLY = Pattern.compile("BYDAY=(-?\\d)(MO|TU|WE|TH|FR|SA|SU)");
    private static final Pattern MONTH = Pattern.compile("BYMONTH=(\\d{1,2})");
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final List<CalendarComponent> zones;

    /** @param calendar with the zones that it describes */
    CalendarTimes(CalendarComponent calendar) {
        zones = calendar.all().filter(component -> component.name().equals("VTIMEZONE")).toList();
    }

    static boolean isDay(VObjectProperty property) {
        return property.getValue().strip().matches("\\d{8}");
    }

    /** Empty if it is no time. */
    Optional<Instant> instant(VObjectProperty property) {
        String value = property.getValue().strip();
        try {
            if (isDay(property)) {
                return Optional.of(LocalDate.parse(value, DAY).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            LocalDateTime time = LocalDateTime.parse(value.replaceFirst("[zZ]$", ""), TIME);
            return Optional.of(time.toInstant(
                    value.matches(".*[zZ]$") ? ZoneOffset.UTC : offset(property.getParameters().first("TZID"), time)));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** The time a duration after another, as {@code PT1H30M}, {@code P1D} or {@code P1W} (RFC 5545, 3.3.6). */
    static @Nullable Instant after(Instant start, String duration) {
        String value = duration.strip().toUpperCase(Locale.ROOT);
        try {
            return value.endsWith("W")
                    ? start.plus(Duration.ofDays(Period.parse(value).getDays()))
                    : start.plus(Duration.parse(value));
        } catch (DateTimeException notADuration) {
            return null;
        }
    }

    private ZoneOffset offset(@Nullable String name, LocalDateTime time) {
        if (name == null) {
            return ZoneOffset.UTC;
        }
        return known(name).map(zone -> zone.getRules().getOffset(time))
                .or(() -> zones.stream().filter(zone -> name.equals(zone.text("TZID"))).findFirst()
                        .flatMap(zone -> described(zone, time)))
                .orElse(ZoneOffset.UTC);
    }

    /** A name of the zone database, also behind the prefix that some programs put before it. */
    private static Optional<ZoneId> known(String name) {
        Matcher place = PLACE.matcher(name);
        try {
            return Optional.of(ZoneId.of(place.find() ? place.group(1) : name));
        } catch (DateTimeException nobodyKnows) {
            return Optional.empty();
        }
    }

    /** Of summer and winter time the one that began last. */
    private static Optional<ZoneOffset> described(CalendarComponent zone, LocalDateTime time) {
        return zone.parts().stream()
                .max(Comparator.comparing(observance -> began(observance, time)))
                .flatMap(observance -> observance.first("TZOFFSETTO"))
                .flatMap(property -> offset(property.getValue()));
    }

    private static Optional<ZoneOffset> offset(String value) {
        Matcher offset = OFFSET.matcher(value.strip());
        if (!offset.matches()) {
            return Optional.empty();
        }
        int sign = offset.group(1).equals("-") ? -1 : 1;
        return Optional.of(ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(offset.group(2)),
                sign * Integer.parseInt(offset.group(3))));
    }

    private static LocalDateTime began(CalendarComponent observance, LocalDateTime time) {
        LocalDateTime first = observance.first("DTSTART")
                .map(start -> LocalDateTime.parse(start.getValue().strip().replaceFirst("[zZ]$", ""), TIME))
                .orElse(LocalDateTime.MIN);
        String rule = observance.first("RRULE").map(VObjectProperty::getValue).orElse("");
        Matcher day = YEARLY.matcher(rule);
        Matcher month = MONTH.matcher(rule);
        if (first.isAfter(time)) {
            return LocalDateTime.MIN;
        }
        if (!day.find() || !month.find()) {
            return first;
        }
        LocalDateTime thisYear = onset(time.getYear(), month, day, first.toLocalTime());
        LocalDateTime last = thisYear.isAfter(time)
                ? onset(time.getYear() - 1, month, day, first.toLocalTime())
                : thisYear;
        return last.isBefore(first) ? first : last;
    }

    private static LocalDateTime onset(int year, Matcher month, Matcher day, LocalTime at) {
        DayOfWeek weekday = DayOfWeek.of(DAYS.indexOf(day.group(2)) + 1);
        return LocalDate.of(year, Integer.parseInt(month.group(1)), 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(Integer.parseInt(day.group(1)), weekday)).atTime(at);
    }
}
