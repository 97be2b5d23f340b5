package org.interactionhub.queries.timeline;

import java.time.Instant;
import java.util.UUID;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ThreadId;
import org.interactionhub.queries.timeline.Slice.Place;
import org.jspecify.annotations.Nullable;

/**
 * A contact by nothing but its place on a timeline and what holds it together with others.
 *
 * @param thread null if it belongs to none
 * @param decided true if something was decided at it
 */
record Entry(Instant at, UUID id, Channel channel, @Nullable ThreadId thread, boolean decided) {

    Place place() {
        return new Place(at, id);
    }
}
