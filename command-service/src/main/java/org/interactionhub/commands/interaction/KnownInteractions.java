package org.interactionhub.commands.interaction;

import org.interactionhub.events.InteractionId;

/** The contacts that reports told of. */
public interface KnownInteractions {

    boolean contains(InteractionId interaction);
}
