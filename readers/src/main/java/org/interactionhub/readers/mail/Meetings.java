package org.interactionhub.readers.mail;

import com.github.mangstadt.vinnie.VObjectProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the meeting that a calendar in a mail is about. */
final class Meetings {

    private static final int MOST_ATTENDEES = 200;

    private Meetings() {}

    /** The first event of the calendar; empty if there is none. */
    static Optional<Meeting> in(String calendar) {
        CalendarComponent root = CalendarComponent.read(calendar);
        return root.all().filter(component -> component.name().equals("VEVENT")).findFirst()
                .map(event -> meeting(root, event));
    }

    private static Meeting meeting(CalendarComponent root, CalendarComponent event) {
        CalendarTimes times = new CalendarTimes(root);
        Optional<VObjectProperty> begin = event.first("DTSTART");
        Instant startsAt = begin.flatMap(times::instant).orElse(null);
        return new Meeting(lower(root.all().map(part -> part.text("METHOD")).filter(method -> method != null)
                .findFirst().orElse(null)), event.text("UID"), number(event.text("SEQUENCE")), event.text("SUMMARY"),
                event.text("LOCATION"), startsAt, end(event, times, startsAt),
                begin.filter(CalendarTimes::isDay).isPresent(),
                event.first("ORGANIZER").map(Meetings::address).orElse(null),
                event.each("ATTENDEE").limit(MOST_ATTENDEES).map(Meetings::address).toList(),
                lower(event.text("STATUS")), event.first("RRULE").map(VObjectProperty::getValue).orElse(null),
                event.first("RECURRENCE-ID").flatMap(times::instant).orElse(null));
    }

    private static @Nullable Instant end(CalendarComponent event, CalendarTimes times, @Nullable Instant startsAt) {
        String duration = event.text("DURATION");
        return event.first("DTEND").flatMap(times::instant)
                .orElse(startsAt == null || duration == null ? null : after(startsAt, duration));
    }

    private static @Nullable Instant after(Instant startsAt, String duration) {
        try {
            return CalendarTimes.after(startsAt, duration);
        } catch (DateTimeException | ArithmeticException beyondTime) {
            return null;
        }
    }

    private static String address(VObjectProperty property) {
        return property.getValue().strip().replaceFirst("(?i)^mailto:", "");
    }

    private static @Nullable String lower(@Nullable String value) {
        return value == null ? null : value.toLowerCase(Locale.ROOT);
    }

    private static int number(@Nullable String value) {
        return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
    }
}
