package org.interactionhub.channels.reports;

import org.interactionhub.events.InteractionReport;

/**
 * A report on its way to Kafka.
 *
 * @param original the bytes that {@link InteractionReport#original()} speaks of; not copied. Needed only if the report
 *            does not carry them itself
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Outgoing(InteractionReport report, byte[] original) {}
