package org.interactionhub.eventstore;

/** An original to be kept beside the event at a position. */
record KeptOriginal(long position, NewOriginal original, boolean variant) {}
