package org.interactionhub.commands.contactpoint;

import java.util.Set;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.Repository;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;

/** Contact points as the log knows them. */
public final class ContactPointsInLog implements ContactPoints {

    private final Repository<Ownership> repository;

    public ContactPointsInLog(Repository<Ownership> repository) {
        this.repository = repository;
    }

    @Override
    public void link(ContactPoint point, ClientId client, Set<ClientId> same) {
        try {
            repository.loadOrCreate(point.id().toString(), Ownership::new)
                    .handle(new GenericCommandMessage<>(new LinkContactPoint(point, client, same)));
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
