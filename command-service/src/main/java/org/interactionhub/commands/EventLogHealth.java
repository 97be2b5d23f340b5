package org.interactionhub.commands;

import java.util.List;
import org.interactionhub.eventstore.AppendFailed;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.LogUnavailable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says whether the log can be written: takes its lock and appends nothing. */
final class EventLogHealth implements HealthIndicator {

    private final EventStore store;

    EventLogHealth(EventStore store) {
        this.store = store;
    }

    @Override
    public Health health() {
        try {
            store.append(List.of());
            return Health.up().withDetail("state", "The log takes events.").withDetail("head", store.log().head())
                    .build();
        } catch (AppendFailed | LogUnavailable e) {
            return Health.down().withDetail("state", "The log takes no events: " + e.getMessage()).build();
        }
    }
}
