package org.interactionhub.door;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Since when something does not work, for the sentences by which health tells people. Safe for any number of threads. */
public final class Outage {

    private static final DateTimeFormatter TIME = format("HH:mm 'UTC'");
    private static final DateTimeFormatter DAY_AND_TIME = format("d MMMM HH:mm 'UTC'");

    private final Clock clock;
    private final AtomicReference<@Nullable Instant> began = new AtomicReference<>();

    public Outage(Clock clock) {
        this.clock = clock;
    }

    /** Such as {@code since 10:12 UTC}; one that was not known of begins now. */
    public String since() {
        Instant now = clock.instant();
        Instant from = began.compareAndExchange(null, now);
        Instant known = from == null ? now : from;
        boolean today = day(known).equals(day(now));
        return "since " + (today ? TIME : DAY_AND_TIME).format(known);
    }

    /** It works. */
    public void over() {
        began.set(null);
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
