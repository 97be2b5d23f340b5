/**
 * What every case of the bench stands on: the database and the broker, legs and the clock over them, figures with their
 * goals, and the report.
 */
@NullMarked
package org.interactionhub.benchmarks.frame;

import org.jspecify.annotations.NullMarked;
