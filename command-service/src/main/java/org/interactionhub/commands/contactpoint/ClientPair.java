package org.interactionhub.commands.contactpoint;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.interactionhub.events.ClientEvent.SameClientSuggested;

/** Two clients who may be the same, in no order. */
public record ClientPair(UUID lower, UUID higher) {

    public static ClientPair of(SameClientSuggested suggestion) {
        UUID one = suggestion.clientId().value();
        UUID other = suggestion.other().value();
        return one.compareTo(other) < 0 ? new ClientPair(one, other) : new ClientPair(other, one);
    }

    /** The stream of what is said about the pair: the same for ever, so that a suggestion is made once. */
    public UUID stream() {
        return UUID.nameUUIDFromBytes(("same-client:" + lower + ":" + higher).getBytes(StandardCharsets.UTF_8));
    }
}
