package org.interactionhub.benchmarks.history;

import java.time.Instant;
import java.util.UUID;
import org.interactionhub.benchmarks.peers.PeerFact;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.HubEvent;
import org.interactionhub.eventstore.Entry;
import org.interactionhub.eventstore.NewEvent;

/** A fact on its way into a log, the first of its stream. */
record Told(UUID stream, HubEvent fact, Instant occurredAt, EventMetadata metadata) {

    Entry entry() {
        return new Entry.AtVersion(new NewEvent(stream, fact, occurredAt, metadata, null), 0);
    }

    /** The same for a peer. */
    PeerFact forPeer() {
        return PeerFact.of(stream, fact, occurredAt);
    }
}
