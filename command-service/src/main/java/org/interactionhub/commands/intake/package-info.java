/**
 * Takes reports from Kafka, decides what follows from them, and appends it: each report once, however often it comes.
 */
@NullMarked
package org.interactionhub.commands.intake;

import org.jspecify.annotations.NullMarked;
