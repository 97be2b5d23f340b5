package org.interactionhub.queries.segment;

/**
 * A client by how she buys.
 *
 * @param days whole ones since she last paid
 * @param payments how many there were
 * @param value all that she paid
 */
record Buyer(long days, long payments, double value) {}
