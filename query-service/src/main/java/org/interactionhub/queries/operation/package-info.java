/** Tells open pages that the hub received something, or that something of its state is different now. */
@NullMarked
package org.interactionhub.queries.operation;

import org.jspecify.annotations.NullMarked;
