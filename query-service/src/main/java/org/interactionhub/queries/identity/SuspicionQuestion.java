package org.interactionhub.queries.identity;

import org.interactionhub.events.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Which clients who may be one are asked for.
 *
 * @param client one of the two, or who was merged into her; null for any
 * @param ground what it is to rest on, among others; null for any
 * @param limit 1 to {@link Identities#MOST}
 * @param after the {@code next} of the page before, null for the first
 */
public record SuspicionQuestion(@Nullable ClientId client, Suspicion.@Nullable Ground ground, int limit,
        @Nullable String after) {}
