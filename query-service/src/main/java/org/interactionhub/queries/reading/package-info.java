/** What all questions to the query side have in common: pages, cursors, and waiting for a position of the log. */
@NullMarked
package org.interactionhub.queries.reading;

import org.jspecify.annotations.NullMarked;
