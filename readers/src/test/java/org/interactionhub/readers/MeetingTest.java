package org.interactionhub.readers;

import static org.interactionhub.readers.Originals.mail;
import static org.interactionhub.readers.Originals.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingTest {

    private static final String ZONES = """
            BEGIN:VTIMEZONE
            TZID:The office
            BEGIN:STANDARD
            DTSTART:16011028T030000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010325T020000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            END:DAYLIGHT
            END:VTIMEZONE
            """;

    @Test
    void an_invitation_tells_what_when_where_and_who() {
        assertThat(meeting("REQUEST", """
                UID:m-1@acme.example
                SEQUENCE:2
                SUMMARY:Пуск насоса\\, котельная
                LOCATION:Котельная
                DTSTART;TZID=Europe/Moscow:20261201T100000
                DTEND;TZID=Europe/Moscow:20261201T113000
                ORGANIZER;CN=Anna:mailto:Anna@Acme.example
                ATTENDEE;CN="Sales":MAILTO:sales@hub.example
                STATUS:CONFIRMED
                """)).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(Map.entry("method", "request"),
                Map.entry("uid", "m-1@acme.example"), Map.entry("sequence", 2),
                Map.entry("summary", "Пуск насоса, котельная"), Map.entry("location", "Котельная"),
                Map.entry("startsAt", "2026-12-01T07:00:00Z"), Map.entry("endsAt", "2026-12-01T08:30:00Z"),
                Map.entry("allDay", false), Map.entry("organizer", "anna@acme.example"),
                Map.entry("attendees", List.of("sales@hub.example")), Map.entry("status", "confirmed")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"DTSTART:20261201T070000Z|2026-12-01T07:00:00Z",
            "DTSTART;VALUE=DATE:20261201|2026-12-01T00:00:00Z",
            "DTSTART;TZID=The office:20261201T100000|2026-12-01T09:00:00Z",
            "DTSTART;TZID=The office:20260701T100000|2026-07-01T08:00:00Z",
            "DTSTART;TZID=/acme.example/2026/Europe/Berlin:20260701T100000|2026-07-01T08:00:00Z",
            "DTSTART;TZID=Nowhere:20261201T100000|2026-12-01T10:00:00Z"})
    void its_time_is_read_in_the_zone_that_it_names_or_describes(String begin, String expected) {
        assertThat(meeting("REQUEST", begin + "\n")).containsEntry("startsAt", expected);
    }

    @Test
    void a_cancellation_of_one_of_a_series_says_which() {
        assertThat(meeting("CANCEL", """
                UID:m-1
                DTSTART:20261208T070000Z
                DURATION:PT1H30M
                RECURRENCE-ID:20261208T070000Z
                STATUS:CANCELLED
                """)).containsEntry("method", "cancel").containsEntry("status", "cancelled")
                .containsEntry("occurrence", "2026-12-08T07:00:00Z").containsEntry("endsAt", "2026-12-08T08:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DTSTART:tomorrow\nUID:m-1\n", "DTSTART\nUID:m-1\nDURATION:PT\n",
            "UID:m-1\nDTSTART:99999999T999999\nBEGIN:VALARM\n",
            "UID:m-1\nDTSTART:20261201T070000Z\nDURATION:P999999999999D\n"})
    void what_is_broken_in_it_is_left_out(String event) {
        assertThat(meeting("REQUEST", event)).containsEntry("uid", "m-1").doesNotContainKey("endsAt");
    }

    private static MapAssert<Object, Object> assertThat(Map<?, ?> meeting) {
        return Assertions.assertThat(new LinkedHashMap<Object, Object>(meeting));
    }

    private static Map<?, ?> meeting(String method, String event) {
        Object said = reading(mail("""
                From: anna@acme.example
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/plain

                Come.
                --a
                Content-Type: text/calendar; charset=utf-8; method=REQUEST

                BEGIN:VCALENDAR
                METHOD:%s
                %sBEGIN:VEVENT
                %sEND:VEVENT
                END:VCALENDAR
                --a--
                """.formatted(method, ZONES, event))).attributes().get("meeting");
        return said instanceof Map<?, ?> meeting ? meeting : Map.of();
    }
}
