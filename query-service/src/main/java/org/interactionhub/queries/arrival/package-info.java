/** What was just received, newest first, and what became of it. */
@NullMarked
package org.interactionhub.queries.arrival;

import org.jspecify.annotations.NullMarked;
