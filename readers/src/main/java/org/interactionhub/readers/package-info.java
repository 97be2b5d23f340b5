/**
 * Pure, versioned functions from an original to a reading: mail, form, call, chat. The same bytes give the same reading for
 * ever; a better reader is a new version. No Spring, Kafka or SQL lives here.
 */
@NullMarked
package org.interactionhub.readers;

import org.jspecify.annotations.NullMarked;
