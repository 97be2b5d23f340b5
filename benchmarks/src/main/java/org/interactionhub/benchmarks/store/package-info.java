/**
 * What is written: appends, commands, intake from Kafka, and what they leave on disk.
 */
@NullMarked
package org.interactionhub.benchmarks.store;

import org.jspecify.annotations.NullMarked;
