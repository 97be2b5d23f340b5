/** Tests of Axon on the hub's log. */
@NullMarked
package org.interactionhub.eventstore.axon;

import org.jspecify.annotations.NullMarked;
