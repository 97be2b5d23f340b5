package org.interactionhub.commands.client;

import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;

/** Clients as the log knows them. */
public final class ClientsInLog implements KnownClients {

    private final EventLog log;

    public ClientsInLog(EventLog log) {
        this.log = log;
    }

    @Override
    public boolean contains(ClientId client) {
        Kin kin = Kin.NONE;
        for (StoredEvent stored : log.stream(client.value())) {
            if (stored.event().orElse(null) instanceof ClientEvent event) {
                kin = kin.with(event, stored.version(), stored.position());
            }
        }
        return kin.known();
    }
}
