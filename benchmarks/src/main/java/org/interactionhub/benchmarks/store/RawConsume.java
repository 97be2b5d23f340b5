package org.interactionhub.benchmarks.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.interactionhub.benchmarks.frame.LegWatch;
import org.interactionhub.benchmarks.frame.Variant;
import org.interactionhub.events.InteractionReport;

/** A floor of intake: the records of the topic are taken from the broker and forgotten. */
final class RawConsume implements Variant {

    static final String NAME = "floor: consume";

    private static final Duration POLL = Duration.ofMillis(100);

    private final ReportTopic topic;
    private final KafkaConsumer<byte[], byte[]> consumer;

    RawConsume(ReportTopic topic) {
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, topic.address(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false, ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        Polled.MOST,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(topic.order().keySet().stream()
                .map(partition -> new TopicPartition(InteractionReport.TOPIC, partition)).toList());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare(int round) {
        consumer.seekToBeginning(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
    }

    @Override
    public long work(LegWatch watch) {
        long records = 0;
        while (watch.goesOn(records) && records < topic.size()) {
            records += consumer.poll(POLL).count();
        }
        return records;
    }

    @Override
    public List<String> check(long events) {
        return events <= topic.size() ? List.of() : List.of("%d records of %d.".formatted(events, topic.size()));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
