/** Which clients a visitor chooses, on whichever page she does. */
@NullMarked
package org.interactionhub.queries.console.clients;

import org.jspecify.annotations.NullMarked;
