/**
 * A Kafka broker of the hub's own, in this process: a real one, with its data on disk.
 */
@NullMarked
package org.interactionhub.standalone.kafka;

import org.jspecify.annotations.NullMarked;
