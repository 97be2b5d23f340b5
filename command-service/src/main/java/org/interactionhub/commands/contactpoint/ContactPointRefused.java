package org.interactionhub.commands.contactpoint;

import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.springframework.http.HttpStatus;

/** The contact point is not to be had. */
public final class ContactPointRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private ContactPointRefused(String sentence) {
        super(HttpStatus.CONFLICT, sentence);
    }

    static ContactPointRefused takenBy(ContactPoint point, ClientId owner) {
        return new ContactPointRefused("The contact point " + point.type().value() + " " + point.value()
                + " belongs to the client " + owner + " already. Nothing was written.");
    }
}
