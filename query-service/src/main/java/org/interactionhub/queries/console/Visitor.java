package org.interactionhub.queries.console;

/** Who reads a page: in which language, in which zone, when. */
record Visitor(Wording words, Times times) {}
