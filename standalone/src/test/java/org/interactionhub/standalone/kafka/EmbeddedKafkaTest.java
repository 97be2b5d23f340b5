package org.interactionhub.standalone.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.standalone.port.Port;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbeddedKafkaTest {

    @TempDir
    Path directory;

    @Test
    void the_topic_of_reports_is_written_to_disk_before_it_says_yes_and_kept_for_ever() throws Exception {
        try (EmbeddedKafka kafka = start()) {
            assertThat(settingsOf(kafka)).containsEntry("flush.messages", "1").containsEntry("retention.ms", "-1")
                    .containsEntry("retention.bytes", "-1")
                    .containsEntry("message.timestamp.type", "LogAppendTime")
                    .containsEntry("max.message.bytes", "4194304");
        }
    }

    @Test
    void a_restart_keeps_the_records_the_topic_and_its_id() throws Exception {
        // Given
        Uuid topic;
        try (EmbeddedKafka kafka = start()) {
            topic = topicIdOf(kafka);
            send(kafka, "a ringing phone");
        }
        // When
        try (EmbeddedKafka kafka = start()) {
            // Then
            assertThat(topicIdOf(kafka)).isEqualTo(topic);
            assertThat(settingsOf(kafka)).containsEntry("flush.messages", "1");
            assertThat(records(kafka)).containsExactly("a ringing phone");
        }
    }

    @Test
    void a_topic_that_nobody_created_does_not_appear_by_itself() throws Exception {
        try (EmbeddedKafka kafka = start(); Admin admin = admin(kafka)) {
            assertThat(admin.listTopics().names().get()).containsExactly(InteractionReport.TOPIC);
        }
    }

    private EmbeddedKafka start() throws IOException {
        return EmbeddedKafka.start(directory, Port.free().number(), Port.free().number());
    }

    private static Map<String, String> settingsOf(EmbeddedKafka kafka) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, InteractionReport.TOPIC);
        try (Admin admin = admin(kafka)) {
            return admin.describeConfigs(List.of(topic)).all().get().values().stream()
                    .flatMap(config -> config.entries().stream())
                    .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
        }
    }

    private static Uuid topicIdOf(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = admin(kafka)) {
            return admin.describeTopics(List.of(InteractionReport.TOPIC)).allTopicNames().get().values().iterator()
                    .next().topicId();
        }
    }

    private static void send(EmbeddedKafka kafka, String text) throws Exception {
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka.address(), "acks", "all"),
                new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(InteractionReport.TOPIC, text.getBytes(StandardCharsets.UTF_8))).get();
        }
    }

    private static List<String> records(EmbeddedKafka kafka) {
        List<String> texts = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", kafka.address()),
                new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, 8)
                    .mapToObj(each -> new TopicPartition(InteractionReport.TOPIC, each)).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int polls = 0; polls < 20 && texts.isEmpty(); polls++) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    texts.add(new String(record.value(), StandardCharsets.UTF_8));
                }
            }
        }
        return texts;
    }

    private static Admin admin(EmbeddedKafka kafka) {
        return Admin.create(Map.of("bootstrap.servers", kafka.address()));
    }
}
