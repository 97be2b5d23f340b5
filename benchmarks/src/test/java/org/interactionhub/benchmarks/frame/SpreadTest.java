package org.interactionhub.benchmarks.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpreadTest {

    @Test
    void the_median_of_an_odd_number_is_one_of_them() {
        assertThat(Spread.of(9, 1, 4)).isEqualTo(new Spread(1, 4, 9));
    }

    @Test
    void the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
        assertThat(Spread.of(8, 1, 2, 4).median()).isEqualTo(3);
    }

    @Test
    void a_percentile_is_a_value_that_was_measured() {
        assertThat(Spread.percentile(50, 4, 3, 2, 1)).isEqualTo(2);
        assertThat(Spread.percentile(99, 4, 3, 2, 1)).isEqualTo(4);
        assertThat(Spread.percentile(1, 4, 3, 2, 1)).isEqualTo(1);
    }

    @Test
    void of_nothing_there_is_no_spread() {
        assertThatThrownBy(() -> Spread.of()).hasMessageContaining("nothing was measured");
    }
}
