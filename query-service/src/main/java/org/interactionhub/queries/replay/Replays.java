package org.interactionhub.queries.replay;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Starts, follows and cancels rebuilds. One runs at a time. */
public final class Replays {

    /** @throws org.interactionhub.door.Refusal 409 if one runs already, 404 if there is no such projection */
    public Replay start(String projection) {
        throw new UnsupportedOperationException(projection);
    }

    /** Newest first; those of this process. */
    public List<Replay> all() {
        throw new UnsupportedOperationException();
    }

    public Optional<Replay> find(UUID id) {
        throw new UnsupportedOperationException(id.toString());
    }
}
