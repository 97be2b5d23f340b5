package org.interactionhub.queries.likeness;

import java.util.UUID;

/** A client has a mark, by which others are found who may be her. */
record Marked(long mark, UUID client) {}
