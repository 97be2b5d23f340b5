package org.interactionhub.benchmarks.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriesTest {

    private final Series series = new Series("page");

    @Test
    void a_percentile_is_a_value_that_was_measured() {
        LongStream.rangeClosed(1, 200).map(millis -> (201 - millis) * 1_000_000).forEach(series::add);

        assertThat(series.percentile(50)).isEqualTo(100);
        assertThat(series.percentile(95)).isEqualTo(190);
        assertThat(series.percentile(100)).isEqualTo(200);
    }

    @Test
    void of_one_value_every_percentile_is_that_value() {
        series.add(7_000_000);

        assertThat(series.percentile(1)).isEqualTo(7);
        assertThat(series.percentile(99)).isEqualTo(7);
    }

    @Test
    void nothing_measured_has_no_percentile() {
        assertThatThrownBy(() -> series.percentile(95)).hasMessageContaining("page was never measured");
    }
}
