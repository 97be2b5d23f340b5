/**
 * Which rows of an unseen list may be the same person or company, with what speaks for and against it in words. Nothing
 * is linked here: a suggestion is for a person to decide. No Spring, Kafka or SQL lives here.
 */
@NullMarked
package org.interactionhub.readers.matching;

import org.jspecify.annotations.NullMarked;
