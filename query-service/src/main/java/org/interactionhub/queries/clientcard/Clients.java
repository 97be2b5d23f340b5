package org.interactionhub.queries.clientcard;

import java.util.Optional;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.reading.Page;
import org.jspecify.annotations.Nullable;

/** Answers who our clients are. */
public final class Clients {

    public static final int DEFAULT = 50;
    public static final int MOST = 500;

    /**
     * Clients by latest contact; with {@code q} the ones found, exact before similar.
     *
     * @param q an exact contact point gives only its client; else a part of a name, a mail address or a phone number;
     *            null for all
     * @param limit 1 to {@link #MOST}
     * @param after the {@code next} of the page before, null for the first
     * @throws org.interactionhub.door.Refusal 400 if limit or cursor make no sense
     */
    public Page<ClientEntry> list(@Nullable String q, int limit, @Nullable String after) {
        throw new UnsupportedOperationException(String.valueOf(q) + limit + after);
    }

    public Optional<ClientCard> find(ClientId id) {
        throw new UnsupportedOperationException(id.toString());
    }
}
