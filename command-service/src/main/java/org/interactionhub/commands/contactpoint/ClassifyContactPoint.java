package org.interactionhub.commands.contactpoint;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.events.ContactPointId;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff says what a contact point tells about who uses it. One that is nobody's from now on loses whomever it
 * was linked to.
 *
 * @param reason in words, null if nothing was said
 */
public record ClassifyContactPoint(ContactPoint contactPoint, ContactPointClass as, @Nullable String reason) {

    @TargetAggregateIdentifier
    public ContactPointId target() {
        return contactPoint.id();
    }
}
