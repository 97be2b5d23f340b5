/**
 * The language that all parts of the hub speak: what a channel reports, what the hub holds true, and the ids and values
 * both are made of. Plain records that Jackson 3 reads and writes with its defaults; nothing here knows a database, a
 * broker or a framework.
 */
@NullMarked
package org.interactionhub.events;

import org.jspecify.annotations.NullMarked;
