package org.interactionhub.benchmarks.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LagsTest {

    private static final long MILLISECOND = 1_000_000;

    private final AtomicLong now = new AtomicLong();
    private final Lags lags = new Lags(now::get);

    @Test
    void a_lag_runs_from_acceptance_to_the_first_time_seen() {
        lags.accepted("a");
        now.addAndGet(7 * MILLISECOND);
        lags.seen("a");
        now.addAndGet(MILLISECOND);
        lags.seen("a");

        assertThat(lags.percentile(50)).isEqualTo(7);
    }

    @Test
    void what_is_seen_before_its_sender_knows_of_it_took_no_time() {
        lags.seen("a");
        now.addAndGet(MILLISECOND);
        lags.accepted("a");

        assertThat(lags.percentile(99)).isZero();
    }

    @Test
    void what_is_never_seen_is_lost_and_spoils_no_percentile() {
        lags.accepted("a");
        lags.accepted("b");
        now.addAndGet(2 * MILLISECOND);
        lags.seen("b");

        assertThat(lags.lost()).isEqualTo(1);
        assertThat(lags.percentile(99)).isEqualTo(2);
    }
}
