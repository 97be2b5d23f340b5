package org.interactionhub.queries.console.identity;

import org.interactionhub.queries.console.frame.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said.
 *
 * @param why in her words, null if she gave none
 */
record Saying(String by, Moment at, @Nullable String why) {}
