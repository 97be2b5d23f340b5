package org.interactionhub.queries.console.identity;

import org.jspecify.annotations.Nullable;

/**
 * Two clients who may be one.
 *
 * @param compare where they stand side by side
 * @param evidence the newest contact that names both, null if none does or the log has it no more
 * @param count how many contacts name both
 * @param listed the newest row of a list that names both, null if none does
 * @param pro in what they resemble each other, empty if in nothing
 * @param contra what speaks against it, empty if nothing does
 */
record SuspicionRow(String id, String name, String href, String otherName, String otherHref, String compare,
        @Nullable Evidence evidence, String count, @Nullable ListedSign listed, String pro, String contra) {}
