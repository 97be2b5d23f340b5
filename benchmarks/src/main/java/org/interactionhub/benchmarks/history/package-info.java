/**
 * What is read: pages of the log, rebuilds of the history, how soon a contact is shown, in how little memory, and how soon
 * after a kill.
 */
@NullMarked
package org.interactionhub.benchmarks.history;

import org.jspecify.annotations.NullMarked;
