/** The one door to Kafka: reports leave through it, and only when the topic keeps what it is given. */
@NullMarked
package org.interactionhub.channels.reports;

import org.jspecify.annotations.NullMarked;
