/**
 * How what staff say reaches the aggregates, and how they learn where it was written.
 */
@NullMarked
package org.interactionhub.commands.staff;

import org.jspecify.annotations.NullMarked;
