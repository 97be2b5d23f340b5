package org.interactionhub.queries.console.frame;

/** Who reads a page: in which language, in which zone, when. */
public record Visitor(Wording words, Times times) {}
