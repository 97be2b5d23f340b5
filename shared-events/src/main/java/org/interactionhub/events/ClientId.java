package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;

/** Names a client for ever. It is never derived from an address, so that every address can be taken away from it. */
public record ClientId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClientId {}

    /** @throws IllegalArgumentException if {@code text} is no UUID */
    public static ClientId of(String text) {
        return new ClientId(UUID.fromString(text));
    }

    /** A new client's id, ordered by time of registration. */
    public static ClientId next(Instant now) {
        return new ClientId(DerivedUuid.fresh(now));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
