package org.interactionhub.queries.timeline;

import java.util.List;

/**
 * A word that no entry holds, and what was sought in its place.
 *
 * @param typed as it was typed
 * @param shown near words that the entries of the page hold, as they stand there; at most five
 */
public record Widening(String typed, List<String> shown) {}
