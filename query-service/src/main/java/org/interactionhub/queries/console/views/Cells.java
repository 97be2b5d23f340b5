package org.interactionhub.queries.console.views;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.interactionhub.events.Channel;
import org.interactionhub.events.Direction;
import org.interactionhub.queries.console.frame.Wording;
import org.interactionhub.queries.view.Column;
import org.jspecify.annotations.Nullable;

/** Says the values of a view as a visitor reads them. */
record Cells(Wording words) {

    private static final String NOTHING = "–";
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    String text(Column column, @Nullable Object value) {
        if (value == null) {
            return column.absent() == null ? NOTHING : column.absent().in(words.locale());
        }
        return switch (column.kind()) {
            case MONTH -> period(value.toString(), "LLLL yyyy");
            case QUARTER -> period(value.toString(), "QQQ yyyy");
            case CHANNEL -> known(value, Channel.values(), Channel::value)
                    .map(channel -> words.say("channel." + channel)).orElse(value.toString());
            case DIRECTION -> known(value, Direction.values(), Direction::value)
                    .map(direction -> words.say("direction." + direction)).orElse(value.toString());
            case TEXT -> value.toString();
            case COUNT -> number(value, 0);
            case PERCENT -> words.say("view.percent", number(value, 1));
            case HOURS -> value instanceof Number hours ? hours(hours.doubleValue()) : value.toString();
            case SECONDS -> value instanceof Number seconds ? duration(seconds.longValue()) : value.toString();
        };
    }

    /** A value below an axis, where there is little room. */
    String shortText(Column column, @Nullable Object value) {
        return value != null && column.kind() == Column.Kind.MONTH
                ? period(value.toString(), "LLL yy")
                : text(column, value);
    }

    /** Two figures are enough to grasp how long something took. */
    String duration(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        if (seconds < MINUTE) {
            return words.say("view.seconds", seconds);
        }
        if (seconds < HOUR) {
            return words.say("view.minutes", seconds / MINUTE);
        }
        return seconds < DAY
                ? words.say("view.hours", time.toHours(), time.toMinutesPart())
                : words.say("view.days", time.toDays(), time.toHoursPart());
    }

    private String hours(double hours) {
        long minutes = Math.round(hours * 60);
        return minutes < 60
                ? words.say("view.minutes", minutes)
                : words.say("view.hours", minutes / 60, minutes % 60);
    }

    private String number(Object value, int fraction) {
        if (!(value instanceof Number number)) {
            return value.toString();
        }
        NumberFormat format = NumberFormat.getNumberInstance(words.locale());
        format.setMaximumFractionDigits(fraction);
        return format.format(number);
    }

    private String period(String value, String pattern) {
        return Periods.month(value).map(DateTimeFormatter.ofPattern(pattern, words.locale())::format).orElse(value);
    }

    private static <E> Optional<String> known(Object value, E[] all, Function<E, String> name) {
        return Arrays.stream(all).map(name).filter(value.toString()::equals).findFirst();
    }
}
