/**
 * A registry of full size, and how long its timelines, searches and lists take.
 */
@NullMarked
package org.interactionhub.benchmarks.registry;

import org.jspecify.annotations.NullMarked;
