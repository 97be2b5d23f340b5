/** Calls: events of a telephone exchange, and its call logs. */
@NullMarked
package org.interactionhub.channels.phone;

import org.jspecify.annotations.NullMarked;
