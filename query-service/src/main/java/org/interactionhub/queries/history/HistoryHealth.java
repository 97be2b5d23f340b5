package org.interactionhub.queries.history;

import org.interactionhub.eventstore.EventLog;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Says in words how far the history is. Being behind is no illness; standing still is. */
public final class HistoryHealth extends AbstractHealthIndicator {

    private final History history;
    private final EventLog log;

    public HistoryHealth(History history, EventLog log) {
        super("The history cannot be read.");
        this.history = history;
        this.log = log;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        String trouble = history.trouble();
        long position = history.progress().position();
        long behind = Math.max(0, log.head() - position);
        if (trouble != null) {
            health.down().withDetail("says", trouble);
        } else {
            health.up().withDetail("says", behind == 0
                    ? "The history holds everything that happened."
                    : "The history is " + behind + " events behind and catches up.");
        }
        health.withDetail("position", position).withDetail("head", position + behind).withDetail("behind", behind);
    }
}
