package org.interactionhub.readers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/**
 * The day of a booking, with or without a time of day: as ISO 8601 has it, or as {@code 31.12.2026 10:30}.
 *
 * @param at its moment; a day alone is its beginning in UTC, as everywhere in the hub
 * @param year in which the books have it
 */
record BookingDate(Instant at, int year) {

    private static final DateTimeFormatter ANY = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .appendPattern("[uuuu-M-d][d.M.uuuu][uuuuMMdd]")
            .appendPattern("[['T'][ ]H:mm[:ss]]").optionalStart().appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd().appendPattern("[ ][XXX][X]").toFormatter().withResolverStyle(ResolverStyle.STRICT);

    /** @param zone of the books, and of a time of day that names none */
    static BookingDate read(String text, ZoneId zone) throws CannotRead {
        try {
            TemporalAccessor read = ANY.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from,
                    LocalDate::from);
            return switch (read) {
                case OffsetDateTime moment -> new BookingDate(moment.toInstant(),
                        moment.atZoneSameInstant(zone).getYear());
                case LocalDateTime clock -> new BookingDate(clock.atZone(zone).toInstant(), clock.getYear());
                default -> day(LocalDate.from(read));
            };
        } catch (DateTimeException notADay) {
            throw new CannotRead("booking-no-date",
                    "'" + text.strip() + "' is no day such as 2026-12-31 or 31.12.2026.");
        }
    }

    private static BookingDate day(LocalDate day) {
        return new BookingDate(day.atStartOfDay(ZoneOffset.UTC).toInstant(), day.getYear());
    }
}
