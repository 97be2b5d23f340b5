/** Deals and payments, as the systems tell them that keep the books. */
@NullMarked
package org.interactionhub.channels.business;

import org.jspecify.annotations.NullMarked;
