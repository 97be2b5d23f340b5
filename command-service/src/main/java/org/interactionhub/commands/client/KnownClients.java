package org.interactionhub.commands.client;

import org.interactionhub.events.ClientId;

/** The clients that are registered, and were not withdrawn. */
public interface KnownClients {

    boolean contains(ClientId client);
}
