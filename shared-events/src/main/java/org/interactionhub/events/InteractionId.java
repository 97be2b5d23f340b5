package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names one contact: all reports about one call, or about one message and its edits, carry the same one. */
public record InteractionId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InteractionId {}

    /** @throws IllegalArgumentException if {@code text} is no UUID */
    public static InteractionId of(String text) {
        return new InteractionId(UUID.fromString(text));
    }

    /**
     * @param contact the provider's own name of the contact within the account: call id, message id, ...
     * @param stated the time the message states for itself, null if none
     */
    public static InteractionId of(Channel channel, String account, String contact, @Nullable Instant stated) {
        return new InteractionId(DerivedUuid.of(stated, "interaction", channel.value(), account, contact));
    }

    /** A contact that staff tell of; no channel has a name for it. */
    public static InteractionId next(Instant now) {
        return new InteractionId(DerivedUuid.fresh(now));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
