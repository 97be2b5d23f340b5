package org.interactionhub.queries.view;

/** Somebody stopped a build. */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
