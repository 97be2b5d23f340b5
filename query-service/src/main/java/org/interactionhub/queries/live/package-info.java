/** What happens right now, told to open pages as server-sent events. It reads the tables; nothing follows from it. */
@NullMarked
package org.interactionhub.queries.live;

import org.jspecify.annotations.NullMarked;
