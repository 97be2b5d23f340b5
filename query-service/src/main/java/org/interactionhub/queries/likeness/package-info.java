/** Who may be whom by weaker evidence than a shared contact point: a suggestion that nothing follows from. */
@NullMarked
package org.interactionhub.queries.likeness;

import org.jspecify.annotations.NullMarked;
