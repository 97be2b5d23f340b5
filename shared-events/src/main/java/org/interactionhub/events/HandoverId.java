package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;

/** Names a handover for ever: by it it is looked up, and undone. */
public record HandoverId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HandoverId {}

    /** @throws IllegalArgumentException if {@code text} is no UUID */
    public static HandoverId of(String text) {
        return new HandoverId(UUID.fromString(text));
    }

    /** A new handover's id, ordered by time of telling. */
    public static HandoverId next(Instant now) {
        return new HandoverId(DerivedUuid.fresh(now));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
