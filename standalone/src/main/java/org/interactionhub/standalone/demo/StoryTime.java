package org.interactionhub.standalone.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the times of a story into times of the world, all of them relative to the day on which the demo was first
 * played.
 *
 * <pre>
 * -412 10:15   so many days before, at that time of the day; on a weekend the Friday before, with ! as it is
 * +5 11:00     days to come; on a weekend the Monday after
 * -2w 11:00    working days before (0w: today)
 * -3h, -40m    before the demo was played
 * &gt;25m, &gt;3h, &gt;2d 11:00   after the scene before
 * reply        after the scene before, as fast as the owner answers
 * recent       the latest of ten, four and, yesterday, six o'clock that is at least an hour ago
 * </pre>
 */
final class StoryTime {

    private static final Pattern WORDS = Pattern.compile("([-+>])(\\d+)([wdhm]?)(?: (\\d\\d):(\\d\\d))?(!?)");
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 30);

    private final ZonedDateTime anchor;
    private final SplittableRandom chance;

    /** @param anchor when the demo was first played */
    StoryTime(Instant anchor, ZoneId zone, String key) {
        this.anchor = anchor.atZone(zone);
        chance = new SplittableRandom(key.hashCode());
    }

    /**
     * @param before the scene before; null at the beginning
     * @param pace working minutes that an answer takes, from and to
     */
    Instant resolve(String words, @Nullable Instant before, List<Integer> pace) {
        ZonedDateTime previous = before == null ? anchor : before.atZone(anchor.getZone());
        return switch (words) {
            case "reply" -> answered(previous, pace).toInstant();
            case "recent" -> recent().toInstant();
            default -> spelled(words, previous).toInstant();
        };
    }

    private ZonedDateTime spelled(String words, ZonedDateTime previous) {
        Matcher matcher = WORDS.matcher(words);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + words + "' is no time of a story.");
        }
        long amount = Long.parseLong(matcher.group(2)) * (matcher.group(1).equals("-") ? -1 : 1);
        ZonedDateTime from = matcher.group(1).equals(">") ? previous : anchor;
        ZonedDateTime day = switch (matcher.group(3)) {
            case "h" -> from.plusHours(amount);
            case "m" -> from.plusMinutes(amount);
            case "w" -> workingDaysBefore(-amount);
            default -> from.plusDays(amount);
        };
        if (matcher.group(4) == null) {
            return day;
        }
        ZonedDateTime time = day.with(LocalTime.of(Integer.parseInt(matcher.group(4)),
                Integer.parseInt(matcher.group(5)))).plusSeconds(chance.nextInt(60));
        return matcher.group(6).isEmpty() ? offWeekend(time, matcher.group(1).equals("-") ? -1 : 1) : time;
    }

    private ZonedDateTime workingDaysBefore(long days) {
        ZonedDateTime day = offWeekend(anchor, -1);
        for (long left = days; left > 0; left--) {
            day = offWeekend(day.minusDays(1), -1);
        }
        return day;
    }

    private ZonedDateTime answered(ZonedDateTime asked, List<Integer> pace) {
        ZonedDateTime begun = opened(asked);
        ZonedDateTime answered = begun.plusMinutes(chance.nextInt(pace.getFirst(), pace.getLast() + 1))
                .plusSeconds(chance.nextInt(60));
        long over = Duration.between(begun.with(EVENING), answered).toMinutes();
        return over <= 0
                ? answered
                : opened(begun.plusDays(1).with(MORNING).minusMinutes(1)).plusMinutes(over % (9 * 60))
                        .plusDays(over / (9 * 60));
    }

    /** The next moment at which somebody is at work. */
    private static ZonedDateTime opened(ZonedDateTime time) {
        ZonedDateTime day = offWeekend(time, 1);
        if (!day.equals(time) || day.toLocalTime().isBefore(MORNING)) {
            return day.with(MORNING);
        }
        return day.toLocalTime().isBefore(EVENING) ? day : offWeekend(day.plusDays(1), 1).with(MORNING);
    }

    private ZonedDateTime recent() {
        ZonedDateTime today = anchor.truncatedTo(ChronoUnit.DAYS);
        return List.of(today.withHour(16), today.withHour(10)).stream()
                .filter(time -> time.isBefore(anchor.minusHours(1))).findFirst()
                .orElse(today.minusDays(1).withHour(18));
    }

    private static ZonedDateTime offWeekend(ZonedDateTime time, int step) {
        ZonedDateTime day = time;
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(step);
        }
        return day;
    }
}
