package org.interactionhub.queries.imports;

import org.interactionhub.events.ClientId;

/** A client by the name she has now. */
public record Named(ClientId id, String name) {}
