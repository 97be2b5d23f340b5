package org.interactionhub.commands.client;

import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientId;
import org.interactionhub.eventstore.EventLog;

/** Clients as the log knows them. */
public final class ClientsInLog implements KnownClients {

    private final EventLog log;

    public ClientsInLog(EventLog log) {
        this.log = log;
    }

    @Override
    public boolean contains(ClientId client) {
        return log.stream(client.value()).stream()
                .anyMatch(stored -> stored.event().orElse(null) instanceof ClientRegistered);
    }
}
