/**
 * The inlets: each channel's package authenticates, keeps the original, has it read and reports it to Kafka. Nothing here
 * judges what a message means for the hub.
 */
@NullMarked
package org.interactionhub.channels;

import org.jspecify.annotations.NullMarked;
