/**
 * Lists of clients that are imported: what a file holds, what its columns mean, whom each row is about, and what an undo
 * takes back. Both sides ask the same functions, so that a preview shows what is written then. No Spring, Kafka or SQL
 * lives here.
 */
@NullMarked
package org.interactionhub.readers.listing;

import org.jspecify.annotations.NullMarked;
