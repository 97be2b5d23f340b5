package org.interactionhub.queries.console.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.interactionhub.queries.view.Column.Kind;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PeriodsTest {

    @Test
    void no_period_between_the_first_and_the_last_is_missing() {
        assertThat(Periods.between(Kind.MONTH, List.of("2026-02", "2025-11"))).containsExactly("2025-11", "2025-12",
                "2026-01", "2026-02");
        assertThat(Periods.between(Kind.QUARTER, List.of("2026-Q2", "2025-Q3"))).containsExactly("2025-Q3", "2025-Q4",
                "2026-Q1", "2026-Q2");
    }

    @Test
    void what_is_no_period_stays_as_it_is_written() {
        assertThat(Periods.between(Kind.QUARTER, List.of("2026-Q5", "2026-Q1"))).containsExactly("2026-Q1", "2026-Q5");
        assertThat(Periods.month("soon")).isEmpty();
    }

    @Test
    void a_view_may_speak_of_the_year_1_without_a_chart_of_all_months_since() {
        assertThat(Periods.between(Kind.MONTH, List.of("0001-01", "2026-01"))).hasSizeLessThan(250);
    }
}
