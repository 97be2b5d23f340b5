package org.interactionhub.events;

/**
 * Why a reader could make nothing of an original.
 *
 * @param code stable, for machines: {@code lower-case-with-dashes}
 * @param reason a sentence for people
 */
public record Unreadable(String code, String reason) {}
