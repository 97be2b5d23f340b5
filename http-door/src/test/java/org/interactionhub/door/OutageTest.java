package org.interactionhub.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutageTest {

    private Instant now = Instant.parse("2026-11-24T10:12:30Z");

    private final Outage outage = new Outage(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void it_tells_when_it_began_however_often_it_is_asked() {
        outage.since();

        now = Instant.parse("2026-11-24T23:00:00Z");

        assertThat(outage.since()).isEqualTo("since 10:12 UTC");
    }

    @Test
    void one_that_began_another_day_names_the_day() {
        outage.since();

        now = Instant.parse("2026-11-25T00:01:00Z");

        assertThat(outage.since()).isEqualTo("since 24 November 10:12 UTC");
    }

    @Test
    void one_that_is_over_begins_anew() {
        outage.since();
        outage.over();

        now = Instant.parse("2026-11-24T11:30:00Z");

        assertThat(outage.since()).isEqualTo("since 11:30 UTC");
    }
}
