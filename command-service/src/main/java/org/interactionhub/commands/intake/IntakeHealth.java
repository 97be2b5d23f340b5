package org.interactionhub.commands.intake;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says how intake fares. */
final class IntakeHealth implements HealthIndicator {

    private final ReportListener listener;

    IntakeHealth(ReportListener listener) {
        this.listener = listener;
    }

    @Override
    public Health health() {
        IntakeState state = listener.state();
        Health.Builder health = switch (state) {
            case IntakeState.Listening _ -> Health.up();
            case IntakeState.Waiting _,IntakeState.Refused _,IntakeState.Stopped _ -> Health.down();
        };
        return health.withDetail("sentence", state.sentence()).build();
    }
}
