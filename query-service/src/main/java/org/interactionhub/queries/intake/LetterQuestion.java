package org.interactionhub.queries.intake;

import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are asked for; what is null does not matter.
 *
 * @param open true for those that wait, false for those that were read again with success
 * @param after the cursor of the page before, null for the newest
 */
public record LetterQuestion(@Nullable Boolean open, @Nullable String channel, @Nullable String account,
        @Nullable String code, int limit, @Nullable String after) {

    /** Letters on a page. */
    public static final int DEFAULT = 50;
}
