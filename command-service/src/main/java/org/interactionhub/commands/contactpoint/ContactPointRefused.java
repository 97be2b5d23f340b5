package org.interactionhub.commands.contactpoint;

import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.events.ContactPointId;
import org.springframework.http.HttpStatus;

/** The contact point is not to be had. */
public final class ContactPointRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private ContactPointRefused(HttpStatus status, String sentence) {
        super(status, sentence);
    }

    static ContactPointRefused unknown(ContactPointId point) {
        return new ContactPointRefused(HttpStatus.NOT_FOUND,
                "The contact point " + point + " was never linked to anybody.");
    }

    static ContactPointRefused emptyPeriod() {
        return new ContactPointRefused(HttpStatus.BAD_REQUEST, "'until' has to lie behind 'from'.");
    }

    static ContactPointRefused nobodys(ContactPoint point, ContactPointClass as) {
        return new ContactPointRefused(HttpStatus.CONFLICT,
                "The contact point " + point.type().value() + " " + point.value() + " was classified as " + as.value()
                        + " and is nobody's. Classify it as personal or shared first.");
    }

    static ContactPointRefused takenBy(ContactPoint point, ClientId owner) {
        return new ContactPointRefused(HttpStatus.CONFLICT,
                "The contact point " + point.type().value() + " " + point.value()
                        + " belongs to the client " + owner + " already. Nothing was written.");
    }
}
