/** Building the history anew from position 0 beside the one that is shown, and how far every processor is. */
@NullMarked
package org.interactionhub.queries.replay;

import org.jspecify.annotations.NullMarked;
