/**
 * Analysts' views: a file with one SELECT over the history becomes a table of its own, built beside what is shown and kept
 * fresh. {@code docs/views.md} says what a file may read.
 */
@NullMarked
package org.interactionhub.queries.view;

import org.jspecify.annotations.NullMarked;
