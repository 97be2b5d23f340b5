package org.interactionhub.benchmarks.history;

import java.util.List;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.HubEvent;

/** Sees that what is read comes without gaps and in order, and that all of it was decoded. */
final class Order {

    private long events;
    private long outOfOrder;
    private long causes;

    void begin() {
        events = 0;
        outOfOrder = 0;
        causes = 0;
    }

    void next(long position, HubEvent fact, EventMetadata metadata) {
        events++;
        outOfOrder += position == events ? 0 : 1;
        causes += metadata.cause() != null && !fact.getClass().isInterface() ? 1 : 0;
    }

    long events() {
        return events;
    }

    List<String> check(long expected) {
        return events == expected && outOfOrder == 0 && causes == expected
                ? List.of()
                : List.of("%d events instead of %d, %d of them out of order, %d with a cause.".formatted(events,
                        expected, outOfOrder, causes));
    }
}
