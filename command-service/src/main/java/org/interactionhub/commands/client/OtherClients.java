package org.interactionhub.commands.client;

import org.interactionhub.events.ClientId;

/** The other one of two clients, within the command that is under way: both are told, or neither. */
public interface OtherClients {

    /** Whether somebody said, and did not withdraw, that these are two, or two who count as these. */
    boolean areDeclaredDistinct(ClientId client, ClientId other);

    /**
     * She counts as the survivor from now on.
     *
     * @throws ClientRefused if she is not known, or counts as somebody already
     */
    void absorb(ClientId client, ClientId survivor);

    /**
     * She is a client of her own again.
     *
     * @throws ClientRefused if she does not count as this survivor
     */
    void restore(ClientId client, ClientId survivor);
}
