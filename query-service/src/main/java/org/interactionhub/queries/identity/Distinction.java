package org.interactionhub.queries.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two clients were said to be different.
 *
 * @param reason in words, null if nothing was said
 * @param by who said it, null if she gave no name
 * @param stands false once it was withdrawn
 */
public record Distinction(Named client, Named other, @Nullable String reason, @Nullable String by, Instant recordedAt,
        long position, boolean stands) {}
