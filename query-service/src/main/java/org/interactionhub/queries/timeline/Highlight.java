package org.interactionhub.queries.timeline;

/**
 * A place in an entry where a word stands that was sought.
 *
 * @param field which of its texts, as a JSON Pointer (RFC 6901) into the entry: {@code /subject}, {@code /text},
 *            {@code /reply}, {@code /participants/0/name}, {@code /participants/0/value} or {@code /notes/0/text}
 * @param from where it begins, in UTF-16 code units, as Java and JavaScript count
 * @param to behind its last one
 */
public record Highlight(String field, int from, int to) {}
