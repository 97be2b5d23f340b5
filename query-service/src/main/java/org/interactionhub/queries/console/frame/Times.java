package org.interactionhub.queries.console.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says when, in one visitor's language and zone, seen from {@code now}. */
public record Times(Wording words, ZoneId zone, Instant now) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    /** Russian dates end with the word for year. */
    private static final Pattern YEAR = Pattern.compile("[ \\u00A0\\u202F]г\\.$");

    public Moment moment(Instant instant) {
        ZonedDateTime there = instant.atZone(zone);
        String time = CLOCK.format(there);
        String date = localized(FormatStyle.LONG).format(there);
        return new Moment(instant.toString(), time, date + ", " + time + " " + offset(there.getOffset()),
                relative(instant));
    }

    /** As in {@code November 24, 2026}. */
    public String date(Instant instant) {
        String date = localized(FormatStyle.LONG).format(instant.atZone(zone));
        return YEAR.matcher(date).replaceFirst(""); // within a sentence nobody says it, and two full stops look odd
    }

    /** As in {@code November 24, 2026, 10:15}. */
    public String dateAndTime(Instant instant) {
        return date(instant) + ", " + CLOCK.format(instant.atZone(zone));
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    public boolean isAhead(Instant instant) {
        return instant.isAfter(now);
    }

    /** The heading of a day: the day before, after, and itself by their names. */
    public String day(LocalDate day) {
        String date = DateTimeFormatter.ofLocalizedPattern("MMMMd").localizedBy(locale()).format(day);
        return switch ((int) Math.clamp(ChronoUnit.DAYS.between(dayOf(now), day), -2, 2)) {
            case -1 -> words.say("day.yesterday", date);
            case 0 -> words.say("day.today", date);
            case 1 -> words.say("day.tomorrow", date);
            default -> capitalized(localized(FormatStyle.FULL).format(day));
        };
    }

    /** From when to when, as in {@code 10:05 – 18:20} of one day and {@code 12 Mar, 10:05 – 3 Apr, 18:20} of several. */
    public String span(Instant from, Instant to) {
        ZonedDateTime begin = from.atZone(zone);
        ZonedDateTime end = to.atZone(zone);
        if (begin.toLocalDate().equals(end.toLocalDate())) {
            return CLOCK.format(begin)
                    + (CLOCK.format(begin).equals(CLOCK.format(end)) ? "" : " – " + CLOCK.format(end));
        }
        String pattern = begin.getYear() == end.getYear() ? "MMMd" : "yMMMd";
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedPattern(pattern).localizedBy(locale());
        return day.format(begin) + ", " + CLOCK.format(begin) + " – " + day.format(end) + ", " + CLOCK.format(end);
    }

    /** The zone, as in {@code Europe/Moscow (UTC+3)}. */
    public String zoneName() {
        String offset = offset(zone.getRules().getOffset(now));
        return zone.getRules().isFixedOffset() ? offset : zone.getId() + " (" + offset + ")";
    }

    private String relative(Instant instant) {
        Duration ago = Duration.between(instant, now);
        if (ago.isNegative() && ago.toMinutes() < -1 || ago.toDays() >= 7) {
            return localized(FormatStyle.MEDIUM).format(instant.atZone(zone));
        }
        if (ago.toMinutes() < 1) {
            return words.say("ago.now");
        }
        if (ago.toHours() < 1) {
            return words.count("ago.minutes", ago.toMinutes());
        }
        return ago.toDays() < 1 ? words.count("ago.hours", ago.toHours()) : words.count("ago.days", ago.toDays());
    }

    private DateTimeFormatter localized(FormatStyle style) {
        return DateTimeFormatter.ofLocalizedDate(style).localizedBy(locale());
    }

    private Locale locale() {
        return words.locale();
    }

    private String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(locale()) + text.substring(1);
    }

    private static String offset(ZoneOffset offset) {
        String id = offset.getTotalSeconds() == 0 ? "" : offset.getId();
        return "UTC" + id.replaceFirst("^([+-])0", "$1").replaceFirst(":00$", "");
    }
}
