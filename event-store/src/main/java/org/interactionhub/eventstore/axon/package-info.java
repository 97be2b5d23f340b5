/**
 * Axon on the hub's own log: aggregates are read from it and written to it, policies follow it. What Axon's own engines
 * add for stores with gaps is not needed here and not used.
 */
@NullMarked
package org.interactionhub.eventstore.axon;

import org.jspecify.annotations.NullMarked;
