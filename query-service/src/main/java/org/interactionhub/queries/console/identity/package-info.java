/** The pages on which staff say that two clients are one, or are not, and see what was said. */
@NullMarked
package org.interactionhub.queries.console.identity;

import org.jspecify.annotations.NullMarked;
