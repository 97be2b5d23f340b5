/**
 * The memory of the hub: an append-only log in PostgreSQL with one global order, and Axon's interfaces on top of it.
 */
@NullMarked
package org.interactionhub.eventstore;

import org.jspecify.annotations.NullMarked;
