package org.interactionhub.queries.console.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Clients who may be one.
 *
 * @param count how many pairs there are
 * @param more where the next ones stand, null if none are left
 */
record SuspicionPage(List<SuspicionRow> rows, String count, String self, @Nullable String more, String command) {}
