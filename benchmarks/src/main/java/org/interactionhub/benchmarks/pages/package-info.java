/**
 * Measures the pages of the console from outside, as a visitor would feel them.
 */
@NullMarked
package org.interactionhub.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
