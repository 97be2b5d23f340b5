/**
 * A PostgreSQL server of the hub's own: unpacked, set up, durable, and started again whenever it dies.
 */
@NullMarked
package org.interactionhub.standalone.postgres;

import org.jspecify.annotations.NullMarked;
