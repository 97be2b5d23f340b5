package org.interactionhub.commands.client;

import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.Repository;
import org.interactionhub.events.ClientId;

/** Other clients as the log knows them. */
public final class OtherClientsInLog implements OtherClients {

    private final Supplier<Repository<Client>> repository;
    private final Kinship kinship;

    /** @param repository asked for when it is needed: it is made for an aggregate that wants this */
    public OtherClientsInLog(Supplier<Repository<Client>> repository, Kinship kinship) {
        this.repository = repository;
        this.kinship = kinship;
    }

    @Override
    public boolean areDeclaredDistinct(ClientId client, ClientId other) {
        return !kinship.distinctions(client, other).isEmpty();
    }

    @Override
    public void absorb(ClientId client, ClientId survivor) {
        tell(client, new BeAbsorbed(client, survivor));
    }

    @Override
    public void restore(ClientId client, ClientId survivor) {
        tell(client, new BeRestored(client, survivor));
    }

    private void tell(ClientId client, Object command) {
        try {
            repository.get().loadOrCreate(client.toString(), Client::new).handle(new GenericCommandMessage<>(command));
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
