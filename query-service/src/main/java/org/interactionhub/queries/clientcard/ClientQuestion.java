package org.interactionhub.queries.clientcard;

import java.time.Instant;
import java.util.Set;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Which clients are asked for. What is null chooses nothing out.
 *
 * @param q an exact contact point gives only its client; else a part of a name, a mail address or a phone number
 * @param among nobody but these
 * @param owner who of us looks after them now, by name; {@link #NOBODY}: no one does
 * @param last when the last contact was
 * @param limit 1 to {@link Clients#MOST}
 * @param after the {@code next} of the page before, null for the first
 */
public record ClientQuestion(@Nullable String q, ClientEvent.@Nullable Kind kind, @Nullable Set<ClientId> among,
        @Nullable String owner, @Nullable LastContact last, int limit, @Nullable String after) {

    /** Stands for having no owner; no name is a dash. */
    public static final String NOBODY = "-";

    /**
     * When the last contact was; never, if it is bounded by nothing.
     *
     * @param from inclusive; null: however long ago
     * @param before exclusive; null: up to now
     */
    public record LastContact(@Nullable Instant from, @Nullable Instant before) {
        public static final LastContact NEVER = new LastContact(null, null);
    }
}
