package org.interactionhub.queries.timeline;

import org.interactionhub.queries.reading.Page;

/** Answers what passed between a client and us, newest first, plans included. */
public final class Timeline {

    /** @throws org.interactionhub.door.Refusal 404 if there is no such client, 400 if the question makes no sense */
    public Page<TimelineItem> page(TimelineQuestion question) {
        throw new UnsupportedOperationException(question.toString());
    }
}
