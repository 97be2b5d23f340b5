/** The outlet: every fact of the log, told to other departments by Kafka. */
@NullMarked
package org.interactionhub.commands.outlet;

import org.jspecify.annotations.NullMarked;
