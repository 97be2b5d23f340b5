/** A hub under steady traffic whose processes are killed at random, and the proof that it lost, doubled and mixed up nothing. */
@NullMarked
package org.interactionhub.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
