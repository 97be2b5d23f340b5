/** What everything that follows the log counts alike, so that a dashboard shows a new projection by its name alone. */
@NullMarked
package org.interactionhub.queries.metering;

import org.jspecify.annotations.NullMarked;
