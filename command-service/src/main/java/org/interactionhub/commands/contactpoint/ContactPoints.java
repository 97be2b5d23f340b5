package org.interactionhub.commands.contactpoint;

import java.util.Set;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;

/** Gives contact points to clients, within the command that is under way: all of it is written, or nothing. */
public interface ContactPoints {

    /**
     * Says that the contact point is the client's; says nothing if that is known.
     *
     * @param same everybody who counts as the client, she included
     * @throws ContactPointRefused if it is somebody else's
     */
    void link(ContactPoint point, ClientId client, Set<ClientId> same);
}
