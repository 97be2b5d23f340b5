package org.interactionhub.queries.view;

import java.time.Duration;
import java.time.Instant;

/** How long a view rests after it was built: so long that building takes a tenth of a core at most. */
final class Rest {

    private static final Duration LEAST = Duration.ofSeconds(60);
    private static final int TIMES = 10;

    private Rest() {}

    static boolean isOver(Instant endedAt, long millis, Instant now) {
        Duration rest = Duration.ofMillis(millis).multipliedBy(TIMES);
        return !now.isBefore(endedAt.plus(rest.compareTo(LEAST) < 0 ? LEAST : rest));
    }
}
