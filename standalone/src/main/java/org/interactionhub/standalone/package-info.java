/**
 * The whole hub in one process, with a real PostgreSQL and a real Kafka broker of its own that keep their data on disk.
 */
@NullMarked
package org.interactionhub.standalone;

import org.jspecify.annotations.NullMarked;
