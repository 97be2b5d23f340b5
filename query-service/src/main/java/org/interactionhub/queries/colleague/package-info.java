/** Who of us is known by name, so that a name need not be typed twice. */
@NullMarked
package org.interactionhub.queries.colleague;

import org.jspecify.annotations.NullMarked;
