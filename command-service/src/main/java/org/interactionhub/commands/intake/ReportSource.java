package org.interactionhub.commands.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.interactionhub.commands.deadletter.DeadLetter.Place;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.eventstore.Offsets;
import org.interactionhub.eventstore.Offsets.Stretch;

/** The topic of reports as this process reads it: its partitions, cut into portions. For one thread, but for waking. */
final class ReportSource implements AutoCloseable {

    static final int MOST_RECORDS = 2_000;
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final Set<String> HEADERS = Set.of("ce_id", "ce_type");

    private final ReportTopic topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Queue<ConsumerRecord<byte[], byte[]>> polled = new ArrayDeque<>();
    private final Map<Integer, Long> cut = new HashMap<>();
    private final Map<Integer, Long> positions = new HashMap<>();

    ReportSource(Map<String, Object> kafka, ReportTopic topic) {
        this.topic = topic;
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Set<Integer> partitions() {
        return cut.keySet();
    }

    /** Goes on with these partitions at these offsets; what was polled before is forgotten. */
    void seek(Map<Integer, Long> begin, OffsetWatch watch) {
        polled.clear();
        cut.clear();
        positions.clear();
        List<TopicPartition> partitions = begin.keySet().stream().map(ReportSource::partition).toList();
        consumer.assign(partitions);
        watch.requireInside(begin, offsets(consumer.beginningOffsets(partitions)),
                offsets(consumer.endOffsets(partitions)));
        begin.forEach((partition, offset) -> consumer.seek(partition(partition), offset));
        cut.putAll(begin);
        positions.putAll(begin);
    }

    /** Up to so many records, or nothing if none comes in the time. */
    Optional<Portion> next(int most, Duration patience) {
        if (polled.isEmpty()) {
            poll(patience);
        }
        return polled.isEmpty() ? Optional.empty() : Optional.of(portion(most));
    }

    private void poll(Duration patience) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(patience);
        records.forEach(polled::add); // one partition behind the other
        for (TopicPartition partition : records.partitions()) {
            positions.put(partition.partition(), consumer.position(partition));
        }
    }

    private Portion portion(int most) {
        Map<Integer, Stretch> stretches = new HashMap<>();
        List<Incoming> records = new ArrayList<>();
        long bytes = 0;
        long newest = 0;
        for (ConsumerRecord<byte[], byte[]> each = polled.peek(); each != null && records.size() < most
                && (records.isEmpty() || bytes + each.serializedValueSize() <= MOST_BYTES); each = polled.peek()) {
            polled.remove();
            records.add(incoming(each));
            bytes += each.serializedValueSize();
            newest = Math.max(newest, each.timestamp());
            long next = behind(each);
            long first = cut.getOrDefault(each.partition(), each.offset());
            stretches.merge(each.partition(), new Stretch(first, next), (old, _) -> new Stretch(old.first(), next));
        }
        stretches.forEach((partition, stretch) -> cut.put(partition, stretch.next()));
        return new Portion(records, new Offsets(InteractionReport.TOPIC, topic.id(), stretches), newest);
    }

    /** Behind the last record polled of a partition stands its position: control records take offsets too. */
    private long behind(ConsumerRecord<byte[], byte[]> each) {
        ConsumerRecord<byte[], byte[]> following = polled.peek();
        return following != null && following.partition() == each.partition()
                ? each.offset() + 1
                : positions.getOrDefault(each.partition(), each.offset() + 1);
    }

    private Incoming incoming(ConsumerRecord<byte[], byte[]> each) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : each.headers()) {
            if (HEADERS.contains(header.key()) && header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new Incoming(new Place(each.topic(), topic.id(), each.partition(), each.offset()), headers,
                each.value());
    }

    /** Records that wait behind these offsets, as far as Kafka has told. */
    long waitingBehind(Map<Integer, Long> offsets) {
        long waiting = 0;
        for (Map.Entry<Integer, Long> each : offsets.entrySet()) {
            waiting += consumer.currentLag(partition(each.getKey())).orElse(0)
                    + positions.getOrDefault(each.getKey(), each.getValue()) - each.getValue();
        }
        return waiting;
    }

    /** From another thread: whoever waits for records stops waiting, by an exception. */
    void wake() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition(InteractionReport.TOPIC, number);
    }

    private static Map<Integer, Long> offsets(Map<TopicPartition, Long> of) {
        Map<Integer, Long> offsets = new HashMap<>();
        of.forEach((partition, offset) -> offsets.put(partition.partition(), offset));
        return offsets;
    }
}
