/**
 * Decides what is true: takes reports from Kafka and commands from staff, and appends facts or refuses with a reason.
 */
@NullMarked
package org.interactionhub.commands;

import org.jspecify.annotations.NullMarked;
