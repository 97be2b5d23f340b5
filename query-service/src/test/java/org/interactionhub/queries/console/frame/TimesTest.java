package org.interactionhub.queries.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimesTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"PT10S;только что;just now", "PT1M;1 минуту назад;1 minute ago",
            "PT22M;22 минуты назад;22 minutes ago", "PT1H59M;1 час назад;1 hour ago", "PT5H;5 часов назад;5 hours ago",
            "P1D;1 день назад;1 day ago", "P4D;4 дня назад;4 days ago"})
    void says_how_long_ago(Duration ago, String russian, String english) {
        Instant then = Visits.NOW.minus(ago);

        assertThat(Visits.russian().times().moment(then).relative()).isEqualTo(russian);
        assertThat(Visits.english().times().moment(then).relative()).isEqualTo(english);
    }

    @Test
    void after_a_week_says_the_date() {
        Instant then = Instant.parse("2026-03-02T09:15:00Z");

        assertThat(Visits.russian().times().moment(then).relative()).startsWith("2 мар");
        assertThat(Visits.english().times().moment(then).relative()).isEqualTo("Mar 2, 2026");
    }

    @Test
    void the_exact_time_carries_its_offset() {
        Moment moment = Visits.russian().times().moment(Instant.parse("2026-03-02T21:15:00Z"));

        assertThat(moment.exact()).startsWith("3 марта 2026").endsWith("00:15 UTC+3");
        assertThat(moment.time()).isEqualTo("00:15");
    }

    @Test
    void the_days_around_today_have_names() {
        Times russian = Visits.russian().times();

        assertThat(russian.day(LocalDate.of(2026, 11, 23))).isEqualTo("Вчера, 23 ноября");
        assertThat(russian.day(LocalDate.of(2026, 11, 24))).isEqualTo("Сегодня, 24 ноября");
        assertThat(russian.day(LocalDate.of(2026, 11, 25))).isEqualTo("Завтра, 25 ноября");
        assertThat(russian.day(LocalDate.of(2026, 11, 20))).startsWith("Пятница, 20 ноября 2026");
        assertThat(Visits.english().times().day(LocalDate.of(2026, 11, 24))).isEqualTo("Today, November 24");
    }

    @Test
    void the_zone_is_named_with_its_offset() {
        Times moscow = Visits.english().times();

        assertThat(moscow.zoneName()).isEqualTo("Europe/Moscow (UTC+3)");
        assertThat(new Times(moscow.words(), ZoneId.of("Etc/UTC"), moscow.now()).zoneName()).isEqualTo("UTC");
    }
}
