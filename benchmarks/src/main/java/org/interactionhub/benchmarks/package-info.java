/**
 * Measures the hub beside floors and peers, in one run, and says how its figures came about.
 */
@NullMarked
package org.interactionhub.benchmarks;

import org.jspecify.annotations.NullMarked;
