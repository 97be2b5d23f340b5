/**
 * Reads inputs that nobody here wrote, whole corpora of them, and counts how often the hub reads what their origin says
 * of them. A {@code Source} is the inputs of one origin.
 */
@NullMarked
package org.interactionhub.benchmarks.conformance;

import org.jspecify.annotations.NullMarked;
