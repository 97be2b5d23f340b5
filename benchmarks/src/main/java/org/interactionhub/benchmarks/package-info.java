/**
 * Measures the hub from outside. Every benchmark starts a hub of its own, on a data directory that it removes, and says
 * how its figures came about.
 */
@NullMarked
package org.interactionhub.benchmarks;

import org.jspecify.annotations.NullMarked;
