/** One contact as a whole: every fact about it and the messages it was read from. */
@NullMarked
package org.interactionhub.queries.interaction;

import org.jspecify.annotations.NullMarked;
