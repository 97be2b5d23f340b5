package org.interactionhub.queries.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChosenTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    @Test
    void words_come_without_what_surrounds_them_and_without_what_no_database_takes() {
        assertThat(new Chosen(Map.of("q", " boi\0ler ")).words("q")).isEqualTo("boiler");
    }

    @Test
    void a_value_that_nobody_offers_is_none() {
        Chosen chosen = new Chosen(Map.of("channel", "fax"));

        assertThat(chosen.oneOf("channel", List.of("email"))).isEmpty();
        assertThat(chosen.oneOf("direction", List.of("inbound"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-02-30", "0000-12-31", "9999-12-31", "+10000-01-01"})
    void what_is_no_day_bounds_nothing(String typed) {
        assertThat(new Chosen(Map.of("to", typed)).day("to")).isEmpty();
    }

    @Test
    void a_day_is_from_midnight_to_midnight_where_the_hub_is() {
        String day = new Chosen(Map.of("from", "2026-11-24")).day("from");

        assertThat(Chosen.beginOf(day, MOSCOW)).isEqualTo(Instant.parse("2026-11-23T21:00:00Z"));
        assertThat(Chosen.endOf(day, MOSCOW)).isEqualTo(Instant.parse("2026-11-24T21:00:00Z"));
        assertThat(Chosen.endOf("", MOSCOW)).isNull();
    }
}
