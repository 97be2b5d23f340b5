/**
 * The people whose contacts are measured with: always the same ones.
 */
@NullMarked
package org.interactionhub.benchmarks.crowd;

import org.jspecify.annotations.NullMarked;
