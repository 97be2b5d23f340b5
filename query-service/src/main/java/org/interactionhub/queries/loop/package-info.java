/** How rooms go on beside the requests: threads that follow something from the start of the process to its stop. */
@NullMarked
package org.interactionhub.queries.loop;

import org.jspecify.annotations.NullMarked;
