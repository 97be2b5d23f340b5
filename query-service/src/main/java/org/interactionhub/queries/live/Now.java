package org.interactionhub.queries.live;

import java.util.List;

/** Answers who is calling or writing right now: what was recorded within the last two minutes. */
public final class Now {

    /** Newest first, one entry per interaction, at most 20. */
    public List<NowEntry> recent() {
        throw new UnsupportedOperationException();
    }
}
