package org.interactionhub.queries.identity;

import org.interactionhub.events.ClientId;

/** A client, and what she is called now. */
public record Named(ClientId id, String name) {}
