package org.interactionhub.queries.console.frame;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/**
 * A point in time in a list that is read for its order: the clock alone if it was today, else with the date.
 *
 * @param iso for machines
 * @param text as shown
 * @param exact date, time and offset
 */
public record Stamp(String iso, String text, String exact) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    public static Stamp of(Instant instant, Visitor visitor) {
        Times times = visitor.times();
        Moment moment = times.moment(instant);
        ZonedDateTime there = instant.atZone(times.zone());
        if (times.dayOf(instant).equals(times.dayOf(times.now()))) {
            return new Stamp(moment.iso(), CLOCK.format(there), moment.exact());
        }
        String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).localizedBy(visitor.words().locale())
                .format(there);
        return new Stamp(moment.iso(), date + ", " + moment.time(), moment.exact());
    }
}
