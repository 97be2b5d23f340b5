package org.interactionhub.queries.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.interactionhub.queries.history.Rebuild.Phase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PaceTest {

    private static final long HEAD = 10_000;

    private final Pace pace = new Pace();

    @Test
    void the_share_of_the_whole_grows_with_every_phase_and_is_all_of_it_only_at_the_end() {
        List<Double> shares = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            pace.begins(phase, seconds(10L * phase.ordinal()));
            pace.passed(phase, 10_000, seconds(10L * phase.ordinal() + 9));
            shares.add(pace.share(phase, HEAD, HEAD, seconds(10L * phase.ordinal())));
            shares.add(pace.share(phase, HEAD, HEAD, seconds(10L * phase.ordinal() + 9)));
        }

        assertThat(shares).isSorted();
        assertThat(shares.subList(0, shares.size() - 2)).allMatch(share -> share < 1);
        assertThat(shares.getLast()).isEqualTo(1);
    }

    @Test
    void what_another_process_read_gives_no_time_that_is_left() {
        pace.begins(Phase.READING, seconds(0));
        pace.begins(Phase.FOLDING, seconds(1));

        Long left = pace.left(Phase.FOLDING, HEAD, HEAD, seconds(2));

        assertThat(left).isNull();
        assertThat(pace.share(Phase.FOLDING, HEAD, HEAD, seconds(2))).isBetween(0.5, 0.6);
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
