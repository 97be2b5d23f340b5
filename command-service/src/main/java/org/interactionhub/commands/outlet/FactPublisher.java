package org.interactionhub.commands.outlet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.interactionhub.eventstore.StoredEvent;

/**
 * Puts facts into the topic in their order. One request is under way at a time, and the first failure closes the producer
 * before it sends what stands behind it: nothing overtakes what failed.
 */
final class FactPublisher implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;

    private FactPublisher(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    static FactPublisher to(String bootstrapServers) throws InterruptedException, ExecutionException {
        FactTopic.make(bootstrapServers);
        return new FactPublisher(
                new KafkaProducer<>(settings(bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /**
     * Returns when all of them are durable in the topic.
     *
     * @throws ExecutionException if one is not; those before it may be, those behind it are not, and this can be used no
     *             more
     */
    void publish(List<StoredEvent> facts) throws InterruptedException, ExecutionException {
        List<Future<RecordMetadata>> told = facts.stream()
                .map(fact -> producer.send(FactRecord.of(fact), (_, failure) -> {
                    if (failure != null) {
                        producer.close(Duration.ZERO);
                    }
                })).toList();
        for (Future<RecordMetadata> one : told) {
            one.get();
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "hub-outlet"),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 0),
                Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, FactTopic.MAX_RECORD_BYTES),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, 40L * 1024 * 1024),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000));
    }
}
