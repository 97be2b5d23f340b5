package org.interactionhub.queries.view;

import java.time.Instant;

/**
 * What a view's table was built of.
 *
 * @param position of the log, up to which it holds everything
 * @param millis that it took
 * @param face that it had then
 */
record Built(String fingerprint, long position, Instant at, long rows, long millis, Face face) {}
