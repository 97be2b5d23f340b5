/** The page of a house: what a client is by law, to whom she belongs, and who belongs to her. */
@NullMarked
package org.interactionhub.queries.console.house;

import org.jspecify.annotations.NullMarked;
