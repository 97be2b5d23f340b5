package org.interactionhub.commands.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.interactionhub.commands.deadletter.DeadLetter.Place;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.door.Outage;
import org.interactionhub.eventstore.KafkaOffsets;
import org.interactionhub.eventstore.Offsets;
import org.interactionhub.eventstore.Offsets.Stretch;
import org.interactionhub.eventstore.OffsetsFenced;
import org.interactionhub.eventstore.PartitionLeases;
import org.interactionhub.eventstore.UnknownTopic;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topic of reports on a thread of its own: the partitions it has leases for, from the offsets that stand
 * with the events. Whatever fails, it goes back to these offsets and tries again for ever; only where going on could
 * lose or repeat something, it refuses, and says why.
 */
final class ReportListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReportListener.class);
    private static final Duration RENEWAL = Duration.ofMillis(500);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int MOST_RECORDS = 1_000;

    /** After a second failure: what could not be taken together is taken in small portions until one succeeds. */
    private static final int FEW_RECORDS = 20;

    private final Map<String, Object> kafka;
    private final DataSource database;
    private final Intake intake;
    private final IntakeMetrics metrics;
    private final Clock clock;
    private final Consumer<IntakeRefused> onRefusal;
    private final Patience patience = new Patience();
    private final OffsetWatch watch;
    private final Outage outage;
    private final Thread thread = Thread.ofPlatform().daemon().name("report-listener").unstarted(this::run);

    private volatile IntakeState state = new IntakeState.Waiting("Intake has not begun yet.");
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private @Nullable PartitionLeases leases;
    private ReportTopic topic = new ReportTopic("", 0);
    private Map<Integer, Long> next = Map.of();
    private long renewed;
    private boolean cautious;

    /** @param database as role {@code hub_command} */
    ReportListener(String bootstrapServers, DataSource database, Intake intake, IntakeMetrics metrics, Clock clock,
            Consumer<IntakeRefused> onRefusal) {
        this.kafka = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        this.database = database;
        this.intake = intake;
        this.metrics = metrics;
        this.clock = clock;
        this.onRefusal = onRefusal;
        this.watch = new OffsetWatch(clock);
        this.outage = new Outage(clock);
    }

    void start() {
        thread.start();
    }

    IntakeState state() {
        return state;
    }

    /** Finishes the batch under way. */
    @Override
    public void close() {
        patience.end();
        KafkaConsumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!patience.isOver()) {
            try (KafkaConsumer<byte[], byte[]> current = connect()) {
                listen(current);
            } catch (WakeupException e) {
                LOG.atDebug().log("Intake was woken to stop.");
            } catch (UnknownTopic | OffsetWatch.OutsideLog e) {
                refuse(String.valueOf(e.getMessage()));
            } catch (RuntimeException | Error e) { // this thread never dies of a batch
                stumble(e);
            }
        }
        giveUpLeases();
        if (!(state instanceof IntakeState.Refused)) {
            state = new IntakeState.Stopped();
        }
    }

    private KafkaConsumer<byte[], byte[]> connect() {
        ReportTopic found = ReportTopic.describe(kafka);
        if (!found.equals(topic)) {
            giveUpLeases();
            topic = found;
        }
        next = Map.of();
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        cautious = patience.failures() > 1;
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, cautious ? FEW_RECORDS : MOST_RECORDS);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * 1024 * 1024);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        KafkaConsumer<byte[], byte[]> connected = new KafkaConsumer<>(settings, new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer = connected;
        return connected;
    }

    private void listen(KafkaConsumer<byte[], byte[]> current) {
        renewed = 0;
        while (!patience.isOver()) {
            if (clock.millis() - renewed >= RENEWAL.toMillis()) {
                renew(current);
            }
            if (next.isEmpty()) {
                outage.over();
                metrics.behind(0, 0);
                state = new IntakeState.Listening(Set.of(), 0, 0, 0);
                patience.waitFor(POLL);
            } else {
                ConsumerRecords<byte[], byte[]> records = current.poll(POLL);
                take(current, records);
                tell(current, records);
                if (cautious && !records.isEmpty()) {
                    patience.succeeded();
                    return;
                }
            }
            if (!cautious) {
                patience.succeeded();
            }
        }
    }

    private void renew(KafkaConsumer<byte[], byte[]> current) {
        PartitionLeases mine = leases;
        if (mine == null) {
            mine = new PartitionLeases(database, topic.id(), topic.partitions());
            leases = mine;
        }
        Set<Integer> share = mine.renew();
        renewed = clock.millis();
        metrics.holds(share.size());
        if (!share.equals(next.keySet())) {
            seek(current, share);
        }
    }

    private void seek(KafkaConsumer<byte[], byte[]> current, Set<Integer> share) {
        Map<Integer, Long> stored = new KafkaOffsets(database).stored(InteractionReport.TOPIC, topic.id(),
                topic.partitions());
        Map<Integer, Long> begin = new TreeMap<>(stored);
        begin.keySet().retainAll(share);
        List<TopicPartition> partitions = begin.keySet().stream().map(ReportListener::partition).toList();
        current.assign(partitions);
        watch.requireInside(begin, offsets(current.beginningOffsets(partitions)),
                offsets(current.endOffsets(partitions)));
        begin.forEach((partition, offset) -> current.seek(partition(partition), offset));
        next = begin;
    }

    private void take(KafkaConsumer<byte[], byte[]> current, ConsumerRecords<byte[], byte[]> records) {
        if (records.isEmpty()) {
            return;
        }
        List<Incoming> incoming = new ArrayList<>(records.count());
        records.forEach(each -> incoming.add(incoming(each)));
        // positions, not offsets of records: control records take offsets too
        Map<Integer, Stretch> stretches = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            stretches.put(partition.partition(),
                    new Stretch(next.getOrDefault(partition.partition(), -1L), current.position(partition)));
        }
        try {
            intake.take(incoming, new Offsets(InteractionReport.TOPIC, topic.id(), stretches));
            stretches.forEach((partition, stretch) -> next.put(partition, stretch.next()));
        } catch (OffsetsFenced e) {
            LOG.atInfo().addKeyValue("partitions", stretches.keySet()).log("Another instance has taken these already.");
            seek(current, Set.copyOf(next.keySet()));
        }
    }

    private Incoming incoming(ConsumerRecord<byte[], byte[]> each) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : each.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new Incoming(new Place(each.topic(), topic.id(), each.partition(), each.offset()), headers,
                each.value());
    }

    private void tell(KafkaConsumer<byte[], byte[]> current, ConsumerRecords<byte[], byte[]> records) {
        outage.over();
        long lag = 0;
        for (Integer partition : next.keySet()) {
            OptionalLong waiting = current.currentLag(partition(partition));
            lag += waiting.orElse(0);
        }
        long newest = 0;
        for (ConsumerRecord<byte[], byte[]> each : records) {
            newest = Math.max(newest, each.timestamp());
        }
        long millis = lag == 0 || newest == 0 ? 0 : Math.max(0, clock.millis() - newest);
        metrics.behind(lag, millis);
        long position = next.values().stream().mapToLong(Long::longValue).sum();
        state = new IntakeState.Listening(Set.copyOf(next.keySet()), position, lag, millis);
    }

    private void stumble(Throwable e) {
        int failures = patience.failed();
        metrics.failed();
        state = new IntakeState.Waiting("Intake waits " + outage.since() + "; what was accepted stays in Kafka. "
                + IntakeState.why(e));
        if (failures == 1) {
            LOG.atWarn().setCause(e).log("Intake goes back to the stored offsets and tries again.");
        } else {
            LOG.atDebug().setCause(e).addKeyValue("attempt", failures).log("Intake tries again.");
        }
        patience.waitLonger();
    }

    private void refuse(String sentence) {
        state = new IntakeState.Refused(sentence);
        LOG.atError().log(sentence);
        patience.end();
        onRefusal.accept(new IntakeRefused(sentence));
    }

    private void giveUpLeases() {
        if (leases != null) {
            leases.close();
            leases = null;
        }
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
