/** The pages about segments: which there are, who is in them, why somebody is in one or not. */
@NullMarked
package org.interactionhub.queries.console.segments;

import org.jspecify.annotations.NullMarked;
