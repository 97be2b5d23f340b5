package org.interactionhub.queries.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the pages that are open and told what happens. */
public final class LiveMeters {

    private LiveMeters() {}

    public static void watch(LiveFeed feed, MeterRegistry registry) {
        gauge("now", registry, feed);
        gauge("timeline", registry, feed);
    }

    private static void gauge(String kind, MeterRegistry registry, LiveFeed feed) {
        Gauge.builder("hub.live.streams", feed, all -> all.open(kind.equals("now")))
                .description("Pages that are open and told what happens").tag("kind", kind).register(registry);
    }
}
