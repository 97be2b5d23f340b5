package org.interactionhub.events;

/** Which reader, in which version, made a reading; a newer one may read the same original differently. */
public record ReaderVersion(String name, int version) {}
