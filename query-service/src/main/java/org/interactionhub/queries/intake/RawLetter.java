package org.interactionhub.queries.intake;

/**
 * The beginning of a dead letter's record.
 *
 * @param size of the whole record, in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // carried to a page, never compared
public record RawLetter(byte[] beginning, long size) {}
