package org.interactionhub.queries.history;

import org.interactionhub.door.Outage;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.LogUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;

/** Says in words how far the history is. Being behind is no illness; standing still is. */
public final class HistoryHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryHealth.class);

    private final History history;
    private final EventLog log;
    private final Outage outage;

    public HistoryHealth(History history, EventLog log, Outage outage) {
        this.history = history;
        this.log = log;
        this.outage = outage;
    }

    @Override
    public Health health() {
        try {
            return standing(history.trouble(), history.progress().position(), log.head());
        } catch (DataAccessException | LogUnavailable e) {
            LOG.atDebug().setCause(e).log("The history cannot be looked at.");
            return Health.down().withDetail("sentence", "PostgreSQL cannot be reached, or refuses, " + outage.since()
                    + "; nothing can be shown until it answers, and nothing is lost.").build();
        }
    }

    private Health standing(@Nullable String trouble, long position, long end) {
        long head = Math.max(position, end);
        long behind = head - position;
        Health.Builder health;
        if (trouble != null) {
            health = Health.down().withDetail("sentence",
                    "The history stands still " + outage.since() + ". " + trouble);
        } else {
            outage.over();
            health = Health.up().withDetail("sentence", behind == 0
                    ? "The history holds everything that happened."
                    : "The history is " + behind + " events behind and catches up.");
        }
        return health.withDetail("position", position).withDetail("head", head).withDetail("behind", behind).build();
    }
}
