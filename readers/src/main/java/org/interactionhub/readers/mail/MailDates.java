package org.interactionhub.readers.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the time in a {@code Date} field, as RFC 5322 has it and as senders twist it. Zones by name are kept as what
 * they mean, where mime4j takes them all for UTC; one that nobody knows is UTC (RFC 5322, 4.3).
 */
final class MailDates {

    private static final int LONGEST = 300;
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct",
            "nov", "dec");
    private static final Map<String, Integer> HOURS = Map.ofEntries(Map.entry("EST", -5), Map.entry("EDT", -4),
            Map.entry("CST", -6), Map.entry("CDT", -5), Map.entry("MST", -7), Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7), Map.entry("MSK", 3), Map.entry("MSD", 4), Map.entry("CET", 1), Map.entry("CEST", 2),
            Map.entry("MEZ", 1), Map.entry("MESZ", 2), Map.entry("EET", 2), Map.entry("EEST", 3), Map.entry("BST", 1));

    private static final String TIME = "(\\d{1,2})[:.](\\d{1,2})(?:[:.](\\d{1,2}))?";
    private static final String ZONE = "\\s*\"?([+-]\\d{4}|\\p{Alpha}{1,5})?";
    /** 24 Nov 2026 10:15:00 +0300. */
    private static final Pattern USUAL = Pattern
            .compile("(?<day>\\d{1,2})[ -]+(?<month>\\p{Alpha}{3})\\p{Alpha}*[ -]+(?<year>\\d{2,4})\\s+" + TIME + ZONE);
    /** Nov 24 10:15:00 2026. */
    private static final Pattern UNIX = Pattern
            .compile("(?<month>\\p{Alpha}{3}) +(?<day>\\d{1,2}) " + TIME + ZONE + "\\s+(?<year>\\d{4})");

    private MailDates() {}

    static Optional<Instant> read(String field) {
        String value = field.length() > LONGEST ? "" : withoutComments(field);
        Matcher usual = USUAL.matcher(value);
        Matcher unix = UNIX.matcher(value);
        try {
            if (usual.find()) {
                return Optional.of(instant(usual, 4));
            }
            return unix.find() ? Optional.of(instant(unix, 3)) : Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static String withoutComments(String value) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        for (char c : value.toCharArray()) {
            depth += c == '(' ? 1 : 0;
            plain.append(depth == 0 ? String.valueOf(c) : "");
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }
        return plain.toString();
    }

    /** @param time the group of the hour; minute, second and zone follow it */
    private static Instant instant(Matcher date, int time) {
        int month = MONTHS.indexOf(date.group("month").toLowerCase(Locale.ROOT)) + 1;
        String second = date.group(time + 2);
        return LocalDateTime.of(year(date.group("year")), month, Integer.parseInt(date.group("day")),
                Integer.parseInt(date.group(time)), Integer.parseInt(date.group(time + 1)),
                second == null ? 0 : Math.min(59, Integer.parseInt(second))) // a leap second is none to Java
                .toInstant(offset(date.group(time + 3)));
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return year >= 1000 ? year : year + (year < 50 ? 2000 : 1900);
    }

    private static ZoneOffset offset(@Nullable String zone) {
        if (zone == null || !(zone.startsWith("+") || zone.startsWith("-"))) {
            return ZoneOffset.ofHours(zone == null ? 0 : HOURS.getOrDefault(zone.toUpperCase(Locale.ROOT), 0));
        }
        int sign = zone.charAt(0) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(zone.substring(1, 3)),
                sign * Integer.parseInt(zone.substring(3)));
    }
}
