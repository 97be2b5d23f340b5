package org.interactionhub.queries.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two clients were said to be one.
 *
 * @param id names it for its undoing
 * @param client who survived
 * @param other who was absorbed
 * @param evidence what showed it, in words; null if nothing was said
 * @param by who said it, null if she gave no name
 * @param undone null as long as it stands
 */
public record Merge(String id, Named client, Named other, @Nullable String evidence, @Nullable String by,
        Instant recordedAt, long position, @Nullable Undone undone) {

    /**
     * It proved wrong.
     *
     * @param reason in words, null if nothing was said
     * @param by who said it, null if she gave no name
     */
    public record Undone(@Nullable String reason, @Nullable String by, Instant recordedAt, long position) {}
}
