package org.interactionhub.commands.contactpoint;

import java.time.Instant;
import java.util.Optional;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.jspecify.annotations.Nullable;

/** Whose contact points are, as known at the moment of a decision. */
interface AddressBook {

    /** The client it is linked to, or nothing if it is nobody's. */
    Optional<ClientId> ownerOf(ContactPoint point);

    /** Of one that is nobody's: until when it was somebody's, as a number that was given up. Null if it never was. */
    @Nullable
    Instant freeSince(ContactPoint point);

    /** What it says about who uses it. */
    ContactPointClass classOf(ContactPoint point);

    /** True for a prospect who goes by one of her addresses, since no report brought a name yet. */
    boolean isNameless(ClientId client);
}
