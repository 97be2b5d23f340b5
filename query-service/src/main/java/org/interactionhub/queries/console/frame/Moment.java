package org.interactionhub.queries.console.frame;

/**
 * A point in time as a visitor sees it.
 *
 * @param iso for machines
 * @param time hours and minutes
 * @param exact date, time and offset
 * @param relative how long ago, or the date if that is long
 */
public record Moment(String iso, String time, String exact, String relative) {}
