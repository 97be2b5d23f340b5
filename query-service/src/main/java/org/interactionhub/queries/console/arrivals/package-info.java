/** The page of everything that was just received, with what became of it. */
@NullMarked
package org.interactionhub.queries.console.arrivals;

import org.jspecify.annotations.NullMarked;
