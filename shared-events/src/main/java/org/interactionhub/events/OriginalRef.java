package org.interactionhub.events;

/**
 * Points to the message as it arrived, kept byte for byte beside the facts.
 *
 * @param contentType the media type under which it arrived
 * @param sha256 of its bytes, in lower-case hex
 * @param size in bytes
 */
public record OriginalRef(String contentType, String sha256, long size) {}
