/** The palette: from anywhere, by a few keys, to a client, a page or an action. */
@NullMarked
package org.interactionhub.queries.console.palette;

import org.jspecify.annotations.NullMarked;
