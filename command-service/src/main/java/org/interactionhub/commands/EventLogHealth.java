package org.interactionhub.commands;

import java.util.List;
import org.interactionhub.door.Outage;
import org.interactionhub.eventstore.AppendFailed;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.LogUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says whether the log can be written: takes its lock and appends nothing. */
final class EventLogHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(EventLogHealth.class);

    private final EventStore store;
    private final Outage outage;

    EventLogHealth(EventStore store, Outage outage) {
        this.store = store;
        this.outage = outage;
    }

    @Override
    public Health health() {
        try {
            store.append(List.of());
            long head = store.log().head();
            outage.over();
            return Health.up().withDetail("sentence", "The event log takes facts; it holds " + head + ".")
                    .withDetail("head", head).build();
        } catch (AppendFailed | LogUnavailable e) {
            LOG.atDebug().setCause(e).log("The event log takes nothing.");
            return Health.down().withDetail("sentence", "PostgreSQL cannot be reached, or refuses, " + outage.since()
                    + "; messages are kept in Kafka meanwhile, and what staff enter is refused.").build();
        }
    }
}
