package org.interactionhub.benchmarks.frame;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param quick whether this is only a glance
 * @param rounds how often each variant has its turn
 * @param longest a leg ends then at the latest
 * @param mostEvents a leg ends when it has done so many
 */
public record Effort(boolean quick, int rounds, Duration longest, int mostEvents) {

    /** What docs/performance.md is written from. */
    public static final Effort FULL = new Effort(false, 3, Duration.ofSeconds(20), 200_000);

    /** The whole table within minutes; good for finding out whether something broke, not for publishing. */
    public static final Effort QUICK = new Effort(true, 3, Duration.ofSeconds(2), 20_000);

    /** For the round that is not counted. */
    Effort warmUp() {
        return new Effort(quick, 1, quick ? longest.multipliedBy(2) : Duration.ofSeconds(8), mostEvents);
    }
}
