package org.interactionhub.queries.console.frame;

import java.text.NumberFormat;
import java.time.Duration;

/** Says how big and how long. */
public final class Sizes {

    private static final long KILO = 1000;

    private Sizes() {}

    /** As in {@code 48 kB}, {@code 1.2 MB}. */
    public static String bytes(long bytes, Wording words) {
        if (bytes < KILO) {
            return words.say("size.bytes", bytes);
        }
        if (bytes < KILO * KILO) {
            return words.say("size.kilobytes", (bytes + KILO / 2) / KILO);
        }
        NumberFormat tenths = NumberFormat.getNumberInstance(words.locale());
        tenths.setMaximumFractionDigits(1);
        return words.say("size.megabytes", tenths.format((double) bytes / KILO / KILO));
    }

    /** A length of time in its largest unit, as in {@code 25 min}, {@code 3 h}, {@code 2 days}. */
    public static String span(Duration length, Wording words) {
        if (length.toHours() < 1) {
            return words.count("span.minutes", Math.max(1, length.toMinutes()));
        }
        return length.toDays() < 1
                ? words.count("span.hours", length.toHours())
                : words.count("span.days", length.toDays());
    }

    /** As a clock that was stopped: {@code 3:05}, {@code 1:02:09}. */
    public static String duration(long seconds) {
        long minutes = seconds / 60;
        return minutes < 60
                ? "%d:%02d".formatted(minutes, seconds % 60)
                : "%d:%02d:%02d".formatted(minutes / 60, minutes % 60, seconds % 60);
    }
}
