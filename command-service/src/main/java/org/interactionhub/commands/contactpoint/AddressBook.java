package org.interactionhub.commands.contactpoint;

import java.util.Optional;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;

/** Whose contact points are, as known at the moment of a decision. */
interface AddressBook {

    /** The client it is linked to, or nothing if it is nobody's. */
    Optional<ClientId> ownerOf(ContactPoint point);

    /** True for a prospect who goes by one of her addresses, since no report brought a name yet. */
    boolean isNameless(ClientId client);
}
