package org.interactionhub.queries.console;

/**
 * A client of whom nothing was known on the day that is asked for.
 *
 * @param then that day, as people write it
 * @param since when she became known, as people write it
 * @param path of her page
 * @param today her page as it is known now, with what else was chosen
 */
record UnknownThen(String name, String then, String since, String path, String today, TimelineFilter filter) {}
