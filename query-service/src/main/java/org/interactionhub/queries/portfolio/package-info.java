/** Whose clients are whose: what each of us looks after, and who changes hands. */
@NullMarked
package org.interactionhub.queries.portfolio;

import org.jspecify.annotations.NullMarked;
