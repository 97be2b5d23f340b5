package org.interactionhub.commands.outlet;

import org.interactionhub.door.Outage;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says how the outlet fares. Being behind is no illness; standing still is. */
public final class OutletHealth implements HealthIndicator {

    private final Outlet outlet;
    private final Outage outage;

    public OutletHealth(Outlet outlet, Outage outage) {
        this.outlet = outlet;
        this.outage = outage;
    }

    @Override
    public Health health() {
        String trouble = outlet.trouble();
        if (trouble == null) {
            outage.over();
            return Health.up().withDetail("sentence", "Facts are published as they are recorded.")
                    .withDetail("position", outlet.position()).build();
        }
        return Health.down().withDetail("sentence",
                "No fact is published " + outage.since() + ". " + trouble + " Nothing is lost.").build();
    }
}
