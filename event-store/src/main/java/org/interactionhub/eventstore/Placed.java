package org.interactionhub.eventstore;

/** An event that has found its place. */
record Placed(long position, EncodedEvent event) {}
