package org.interactionhub.queries.intake;

/**
 * How many open dead letters one reason has on one account.
 *
 * @param code of the reason
 */
public record LetterCount(String channel, String account, String code, long letters) {}
