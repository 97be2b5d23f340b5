package org.interactionhub.benchmarks.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.interactionhub.events.InteractionReport;
import tools.jackson.databind.json.JsonMapper;

/**
 * The hub's topic, filled before any clock runs with reports as the channel adapters publish them.
 *
 * @param address of the broker
 * @param order the ids of the reports of each partition, as they stand there
 */
public record ReportTopic(String address, Map<Integer, List<UUID>> order) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Returns when all of them are durable there. */
    public static ReportTopic filled(String address, List<InteractionReport> reports)
            throws ExecutionException, InterruptedException {
        Map<Integer, List<UUID>> order = new TreeMap<>();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings(address), new StringSerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (InteractionReport report : reports) {
                sent.add(producer.send(message(report)));
            }
            for (int number = 0; number < sent.size(); number++) {
                order.computeIfAbsent(sent.get(number).get().partition(), _ -> new ArrayList<>())
                        .add(reports.get(number).reportId().value());
            }
        }
        return new ReportTopic(address, order);
    }

    long size() {
        return order.values().stream().mapToLong(List::size).sum();
    }

    private static Map<String, Object> settings(String address) {
        return Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, address, ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.LINGER_MS_CONFIG, 20, ProducerConfig.BATCH_SIZE_CONFIG, 512 * 1024,
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    }

    private static ProducerRecord<String, byte[]> message(InteractionReport report) {
        String conversation = report.conversation();
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(InteractionReport.TOPIC,
                conversation == null ? report.reportId().toString() : conversation, JSON.writeValueAsBytes(report));
        Map<String, String> cloudEvent = Map.of("ce_specversion", "1.0", "ce_id", report.reportId().toString(),
                "ce_type", InteractionReport.TYPE, "ce_source",
                InteractionReport.source(report.channel(), report.account()), "ce_time",
                report.occurredAt().toString(), "content-type", "application/json");
        cloudEvent.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
