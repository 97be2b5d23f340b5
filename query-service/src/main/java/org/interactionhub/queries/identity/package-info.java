/** Who is who: which clients count as one, who was told apart, whose contact points were whose, and since when. */
@NullMarked
package org.interactionhub.queries.identity;

import org.jspecify.annotations.NullMarked;
