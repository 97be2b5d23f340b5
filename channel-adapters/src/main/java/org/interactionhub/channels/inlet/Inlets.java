package org.interactionhub.channels.inlet;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.interactionhub.channels.reports.ReportPublisher;
import org.interactionhub.readers.Readers;

/** What all inlets share; gives each channel its own. */
public final class Inlets {

    private final Readers readers;
    private final ReportPublisher publisher;
    private final InFlight inFlight;
    private final MeterRegistry meters;
    private final Clock clock;

    public Inlets(Readers readers, ReportPublisher publisher, InFlight inFlight, MeterRegistry meters, Clock clock) {
        this.readers = readers;
        this.publisher = publisher;
        this.inFlight = inFlight;
        this.meters = meters;
        this.clock = clock;
    }

    /** @param channel the tag under which it counts */
    public Inlet of(String channel) {
        return new Inlet(readers, publisher, inFlight, new InletCounts(channel, meters), clock);
    }
}
