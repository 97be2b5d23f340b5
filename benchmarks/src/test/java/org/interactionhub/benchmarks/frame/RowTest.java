package org.interactionhub.benchmarks.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RowTest {

    private final Legs legs = new Legs(List.of(leg("hub", 1, 4.0), leg("floor", 1, 2.0), leg("hub", 2, 5.0),
            leg("floor", 2, 4.0), leg("hub", 3, 10.0), leg("floor", 3, 5.0)));

    @Test
    void a_ratio_is_that_of_the_medians() {
        assertThat(legs.ratio("hub", "floor", Leg::seconds)).isEqualTo(5.0 / 4.0);
        assertThat(legs.ratio("hub", "floor", Leg::perSecond)).isEqualTo(4.0 / 5.0);
    }

    @Test
    void a_row_is_met_when_all_its_figures_are() {
        assertThat(row(leg("hub", 1, 1), 0.8, 1.5).isMet()).isTrue();
        assertThat(row(leg("hub", 1, 1), 0.6, 1.5).isMet()).isFalse();
        assertThat(row(leg("hub", 1, 1), 0.8, 2.5).isMet()).isFalse();
    }

    @Test
    void a_fast_wrong_store_scores_zero() {
        Leg wrong = leg("hub", 1, 0.1).with(Map.of(), List.of("999 events are there, not 1000."));

        assertThat(row(wrong, 9, 1).isMet()).isFalse();
        assertThat(row(wrong, 9, 1).wrong()).containsExactly("hub: 999 events are there, not 1000.");
    }

    @Test
    void what_was_not_measured_is_not_met() {
        assertThat(Row.notMeasured("append-emmett", "Node is missing").isMet()).isFalse();
    }

    @Test
    void what_is_no_number_misses_every_goal() {
        assertThat(Goal.atLeast(1, 2).isMetBy(Double.NaN)).isFalse();
        assertThat(Goal.atMost(1, 0.5).isMetBy(Double.NaN)).isFalse();
    }

    private static Row row(Leg leg, double speed, double size) {
        return new Row("append", List.of(new Figure("of the floor", speed, "x", Goal.atLeast(0.7, 0.85)),
                new Figure("of the payload", size, "x", Goal.atMost(1.8))), List.of(leg), List.of());
    }

    private static Leg leg(String variant, int round, double seconds) {
        return new Leg(variant, round, 1_000, seconds, seconds, Map.of(), List.of());
    }
}
