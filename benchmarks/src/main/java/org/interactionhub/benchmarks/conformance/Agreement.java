package org.interactionhub.benchmarks.conformance;

/**
 * One field of a reading held against what the origin says.
 *
 * @param field {@code subject}, {@code reply}...; the last step of the name of a row
 */
record Agreement(String field, String expected, String found, boolean agrees) {}
