package org.interactionhub.queries.metering;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.interactionhub.eventstore.EventLog;

/**
 * How long things that come and go are behind the log, each under its name: the age of the first event of the log that it
 * does not hold, 0 if there is none. Safe for any number of threads.
 */
public final class LagGauges {

    private final MultiGauge gauges;
    private final String tag;
    private final EventLog log;
    private final Clock clock;
    private final Map<String, Long> positions = new ConcurrentHashMap<>();
    private Set<String> known = Set.of();

    /** @param tag under which the name of a thing stands */
    public LagGauges(String meter, String description, String tag, MeterRegistry registry, EventLog log, Clock clock) {
        gauges = MultiGauge.builder(meter).description(description).register(registry);
        this.tag = tag;
        this.log = log;
        this.clock = clock;
    }

    /** These there are, and the last event that each holds; all others are gone. */
    public synchronized void at(Map<String, Long> now) {
        positions.putAll(now);
        positions.keySet().retainAll(now.keySet());
        if (!known.equals(now.keySet())) {
            known = Set.copyOf(now.keySet());
            gauges.register(known.stream().map(this::row).toList());
        }
    }

    private MultiGauge.Row<?> row(String name) {
        Lag lag = new Lag(log, () -> positions.getOrDefault(name, 0L), clock);
        return MultiGauge.Row.of(Tags.of(tag, name), () -> lag.look().seconds());
    }
}
