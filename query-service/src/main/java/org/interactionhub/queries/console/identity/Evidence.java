package org.interactionhub.queries.console.identity;

import org.interactionhub.queries.console.frame.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A contact that names contact points of two clients.
 *
 * @param words the beginning of what was said, null if nothing was
 * @param original where the message as it arrived can be seen
 */
record Evidence(String icon, String title, Moment at, @Nullable String words, String original) {}
