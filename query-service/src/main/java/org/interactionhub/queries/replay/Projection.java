package org.interactionhub.queries.replay;

import java.util.function.Supplier;

/**
 * Something that can be replayed.
 *
 * @param name by which people ask for it
 * @param replays gives a replay that has not begun
 */
public record Projection(String name, Supplier<Replayable> replays) {}
