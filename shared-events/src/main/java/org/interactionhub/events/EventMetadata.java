package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Who said it and why, beside every event.
 *
 * @param actor who judged; null for what the hub concluded or a channel told
 * @param cause the report or command that led to the event, null if it stands for itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventMetadata(@Nullable Actor actor, @Nullable String cause) {

    /** What nobody judged and nothing caused. */
    public static final EventMetadata NONE = new EventMetadata(null, null);

    /**
     * A person, by the name she gave.
     *
     * @param verified whether a login proved it; false until there is one
     */
    public record Actor(String name, boolean verified) {}
}
