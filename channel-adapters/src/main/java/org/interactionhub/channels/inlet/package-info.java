/** What every inlet does with a message: bound it, have it read, report it durably, count it. */
@NullMarked
package org.interactionhub.channels.inlet;

import org.jspecify.annotations.NullMarked;
