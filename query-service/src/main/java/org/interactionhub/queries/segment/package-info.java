/**
 * Segments: which clients a rule holds for right now, and why. The history gives one row of features per client; a rule
 * is a tree of conditions over them, and time is an argument.
 */
@NullMarked
package org.interactionhub.queries.segment;

import org.jspecify.annotations.NullMarked;
