package org.interactionhub.queries.arrival;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which arrivals are asked for; what is null does not matter.
 *
 * @param from received then or later
 * @param to received before
 * @param q words, in any form
 * @param after the cursor of the page before, null for the newest
 */
public record ArrivalQuestion(int limit, @Nullable String after, @Nullable String channel, @Nullable String account,
        @Nullable Verdict verdict, @Nullable Instant from, @Nullable Instant to, @Nullable String q) {

    /** Arrivals on a page. */
    public static final int DEFAULT = 50;
    public static final int MOST = 500;
}
