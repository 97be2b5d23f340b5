package org.interactionhub.channels.reports;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** Times how long Kafka takes to acknowledge, and counts what it acknowledged. */
final class PublishMeters {

    private final Timer acknowledged;
    private final Timer failed;
    private final Timer tooLarge;
    private final Counter reports;
    private final Counter originals;

    PublishMeters(IntakeTopic topic, MeterRegistry meters) {
        acknowledged = timer("acknowledged", meters);
        failed = timer("failed", meters);
        tooLarge = timer("too-large", meters);
        reports = Counter.builder("hub.publish.reports").description("Reports that Kafka acknowledged")
                .register(meters);
        originals = Counter.builder("hub.publish.originals")
                .description("Large originals that were written beside their report").register(meters);
        Gauge.builder("hub.publish.open", topic, known -> known.keeps() ? 1 : 0)
                .description("1 while Kafka is trusted to keep reports, 0 while no message is taken").register(meters);
    }

    void acknowledged(int count, long begunNanos) {
        reports.increment(count);
        record(acknowledged, begunNanos);
    }

    void failed(long begunNanos) {
        record(failed, begunNanos);
    }

    void tooLarge(long begunNanos) {
        record(tooLarge, begunNanos);
    }

    void originalKept() {
        originals.increment();
    }

    private static void record(Timer timer, long begunNanos) {
        timer.record(System.nanoTime() - begunNanos, TimeUnit.NANOSECONDS);
    }

    private static Timer timer(String outcome, MeterRegistry meters) {
        return Timer.builder("hub.publish").description("How long Kafka took for the reports of one message")
                .tag("outcome", outcome).register(meters);
    }
}
