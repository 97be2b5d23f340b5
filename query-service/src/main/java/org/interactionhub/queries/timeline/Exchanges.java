package org.interactionhub.queries.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a timeline on which neighbours of one thread are told together.
 *
 * @param next where the following part begins, null if this is the last
 * @param end where this part ends: asked for down to here, it comes again with whatever came to it since
 * @param widened what was sought in the place of words that no entry holds; empty if the entries hold all that was typed
 */
public record Exchanges(List<Exchange> items, @Nullable String next, String end, List<Widening> widened) {}
