package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a contact point; also the stream that holds whose it is. */
public record ContactPointId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ContactPointId {}

    /** @throws IllegalArgumentException if {@code text} is no UUID */
    public static ContactPointId of(String text) {
        return new ContactPointId(UUID.fromString(text));
    }

    static ContactPointId of(ContactPoint point) {
        return new ContactPointId(DerivedUuid.of(null, "contact-point", point.type().value(), point.value()));
    }

    /** The stand-in under which contacts without an address (meetings, notes) are filed for the client they were told of. */
    public static ContactPointId standingFor(ClientId client) {
        return new ContactPointId(DerivedUuid.of(null, "client", client.toString()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
