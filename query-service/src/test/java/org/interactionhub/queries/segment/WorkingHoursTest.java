package org.interactionhub.queries.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WorkingHoursTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final WorkingHours NINE_TO_SIX = WorkingHours.of(MOSCOW, "9-18");

    @Example
    void a_night_and_a_weekend_are_no_working_time() {
        assertThat(between("2026-11-20T17:00", "2026-11-23T10:30")).isEqualTo(Duration.ofMinutes(150));
        assertThat(between("2026-11-20T19:00", "2026-11-23T08:59")).isEqualTo(Duration.ZERO);
        assertThat(between("2026-11-21T12:00", "2026-11-22T12:00")).isEqualTo(Duration.ZERO);
        assertThat(between("2026-11-24T09:00", "2026-11-24T18:00")).isEqualTo(Duration.ofHours(9));
        assertThat(between("2026-11-16T00:00", "2026-11-30T00:00")).isEqualTo(Duration.ofHours(90));
    }

    @Example
    void hours_are_those_of_the_clock_on_the_wall_whatever_summer_time_does() {
        WorkingHours berlin = WorkingHours.of(ZoneId.of("Europe/Berlin"), "8:30-17:15");

        Duration week = berlin.between(Instant.parse("2026-03-27T07:30:00Z"), Instant.parse("2026-03-30T06:30:00Z"));

        assertThat(week).isEqualTo(Duration.ofHours(8).plusMinutes(45));
    }

    @Example
    void what_are_no_hours_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> WorkingHours.of(MOSCOW, "nine to five"))
                .hasMessageContaining("HUB_WORKING_HOURS is 'nine to five'");
        assertThatThrownBy(() -> WorkingHours.of(MOSCOW, "18-9")).hasMessageContaining("cannot end at 09:00");
        assertThatThrownBy(() -> WorkingHours.of(MOSCOW, "9-25")).hasMessageContaining("no day has these hours");
    }

    @Property
    void times_add_up_however_they_are_cut(@ForAll("moments") Instant one, @ForAll("moments") Instant two,
            @ForAll("moments") Instant three, @ForAll("calendars") WorkingHours hours) {
        assertThat(hours.between(one, two).plus(hours.between(two, three))).isEqualTo(hours.between(one, three));
        assertThat(hours.between(one, two)).isEqualTo(hours.between(two, one).negated());
    }

    @Property
    void nobody_works_longer_than_time_passes(@ForAll("moments") Instant begin, @ForAll("moments") Instant end,
            @ForAll("calendars") WorkingHours hours) {
        Instant first = begin.isBefore(end) ? begin : end;
        Instant last = begin.isBefore(end) ? end : begin;

        assertThat(hours.between(first, last)).isBetween(Duration.ZERO, Duration.between(first, last));
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(0, Instant.parse("2100-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<WorkingHours> calendars() {
        return Arbitraries.of(NINE_TO_SIX, WorkingHours.of(ZoneId.of("America/New_York"), "7:45-16"),
                WorkingHours.of(ZoneId.of("Asia/Kathmandu"), "10-19:30"), WorkingHours.of(ZoneId.of("+05:00"), "8-20"));
    }

    private static Duration between(String begin, String end) {
        return NINE_TO_SIX.between(LocalDateTime.parse(begin).atZone(MOSCOW).toInstant(),
                LocalDateTime.parse(end).atZone(MOSCOW).toInstant());
    }
}
