/** The clients: who they are, how they are reached, how to find them. */
@NullMarked
package org.interactionhub.queries.clientcard;

import org.jspecify.annotations.NullMarked;
