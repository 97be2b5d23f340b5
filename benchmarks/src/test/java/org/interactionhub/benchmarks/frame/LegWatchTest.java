package org.interactionhub.benchmarks.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LegWatchTest {

    private final AtomicLong clock = new AtomicLong(7);
    private final LegWatch watch = LegWatch.start(new Effort(true, 1, Duration.ofSeconds(2), 100), clock::get);

    @Test
    void a_leg_goes_on_while_there_is_time_and_something_to_do() {
        clock.addAndGet(Duration.ofMillis(1_999).toNanos());

        assertThat(watch.goesOn(99)).isTrue();
    }

    @Test
    void a_leg_ends_with_its_time() {
        clock.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(watch.goesOn(0)).isFalse();
    }

    @Test
    void a_leg_ends_with_its_events() {
        assertThat(watch.goesOn(100)).isFalse();
    }

    @Test
    void a_leg_is_as_long_as_the_clock_says() {
        clock.addAndGet(Duration.ofMillis(500).toNanos());

        Leg leg = watch.stop("hub", 1, 50);

        assertThat(leg.perSecond()).isEqualTo(100);
    }
}
