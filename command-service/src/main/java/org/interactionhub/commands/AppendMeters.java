package org.interactionhub.commands;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.interactionhub.eventstore.AppendWatch;

/** Times the transactions of the event store, and how long those wait who want to append. */
final class AppendMeters implements AppendWatch {

    private final Timer waiting;
    private final Timer committed;
    private final Timer failed;
    private final DistributionSummary events;

    AppendMeters(MeterRegistry registry) {
        waiting = Timer.builder("hub.append.wait").description("How long callers waited for the one writer")
                .register(registry);
        committed = transactions("committed", registry);
        failed = transactions("failed", registry);
        events = DistributionSummary.builder("hub.append.events").description("Events by transaction that wrote any")
                .register(registry);
    }

    @Override
    public void began(Duration waited) {
        waiting.record(waited);
    }

    @Override
    public void committed(int count, Duration took) {
        committed.record(took);
        if (count > 0) {
            events.record(count);
        }
    }

    @Override
    public void failed(Duration took) {
        failed.record(took);
    }

    private static Timer transactions(String outcome, MeterRegistry registry) {
        return Timer.builder("hub.append").description("How long one transaction took, the wait for the gate included")
                .tag("outcome", outcome).register(registry);
    }
}
