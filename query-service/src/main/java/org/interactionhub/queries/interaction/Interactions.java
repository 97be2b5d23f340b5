package org.interactionhub.queries.interaction;

import java.util.Optional;
import org.interactionhub.events.InteractionId;

/** Answers everything about one contact. */
public final class Interactions {

    public Optional<WholeInteraction> find(InteractionId id) {
        throw new UnsupportedOperationException(id.toString());
    }
}
