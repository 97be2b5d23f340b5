/**
 * Tells it back: history, timelines, clients, live updates, replay and the console. Nothing here can append a fact.
 */
@NullMarked
package org.interactionhub.queries;

import org.jspecify.annotations.NullMarked;
