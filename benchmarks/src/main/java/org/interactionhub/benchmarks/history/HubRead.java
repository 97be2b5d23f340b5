package org.interactionhub.benchmarks.history;

import java.util.List;
import org.interactionhub.benchmarks.frame.LegWatch;
import org.interactionhub.benchmarks.frame.Variant;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;

/** Pages of the hub's log, behind each other, every fact and its metadata decoded. */
final class HubRead implements Variant {

    static final String NAME = "hub pages";

    static final int PAGE = 5_000;

    private final EventLog log;
    private final long events;
    private final Order order = new Order();

    HubRead(EventLog log, long events) {
        this.log = log;
        this.events = events;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare(int round) {
        order.begin();
    }

    @Override
    public long work(LegWatch watch) {
        List<StoredEvent> page = log.after(0, PAGE);
        while (!page.isEmpty()) {
            for (StoredEvent event : page) {
                order.next(event.position(), event.event().orElseThrow(), event.metadata());
            }
            page = log.after(page.getLast().position(), PAGE);
        }
        return order.events();
    }

    @Override
    public List<String> check(long done) {
        return order.check(events);
    }
}
