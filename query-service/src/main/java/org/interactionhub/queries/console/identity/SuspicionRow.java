package org.interactionhub.queries.console.identity;

import org.jspecify.annotations.Nullable;

/**
 * Two clients who may be one.
 *
 * @param compare where they stand side by side
 * @param evidence the newest contact that names both, null if the log has it no more
 */
record SuspicionRow(String id, String name, String href, String otherName, String otherHref, String compare,
        @Nullable Evidence evidence, String count) {}
