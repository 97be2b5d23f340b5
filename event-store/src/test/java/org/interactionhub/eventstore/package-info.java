/** Tests of the event store, and the database that all modules test with. */
@NullMarked
package org.interactionhub.eventstore;

import org.jspecify.annotations.NullMarked;
