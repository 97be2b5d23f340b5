package org.interactionhub.eventstore;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the log holds at the moment of a decision. Nobody else can append before the decision is durable. */
public interface Present {

    /** Those of these streams that have events. */
    Set<UUID> begun(Collection<UUID> streams);

    /** All events of these streams in order of version; a stream without events is absent. */
    Map<UUID, List<StoredEvent>> streams(Collection<UUID> streams);

    /** Up to {@code limit} events behind {@code position}, in order, without gaps. */
    List<StoredEvent> after(long position, int limit);

    /** The last position, 0 if the log is empty. */
    long head();
}
