package org.interactionhub.channels.reports;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.interactionhub.events.ReportedOriginal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only way for reports to Kafka. What it has returned from is durable. Thread-safe. */
public final class ReportPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReportPublisher.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(8);
    private static final int WAVE_BYTES = 4 * 1024 * 1024;

    private final Map<String, Object> settings;
    private final IntakeTopic topic;
    private final OriginalFiles originals;
    private final PublishMeters meters;
    private @Nullable KafkaProducer<String, byte[]> producer;

    /** @param bootstrapServers {@code host:port}, comma-separated */
    public ReportPublisher(String bootstrapServers, IntakeTopic topic, OriginalFiles originals, MeterRegistry meters) {
        this.topic = topic;
        this.originals = originals;
        this.meters = new PublishMeters(topic, meters);
        settings = Map.ofEntries(Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "hub-reports"), Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                // a sender waits for each acknowledgement, so nothing is gained by holding a record back
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 0), Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2000),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8000),
                Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicSettings.MAX_RECORD_BYTES));
    }

    /** @throws NotDurable if a report would not be taken now; asked before the body of a message is read */
    public void mustKeep() {
        topic.mustKeep();
    }

    /**
     * Returns when every report, and every original beside it, would survive a power cut.
     *
     * @throws NotDurable if that is not certain of all of them; some may be kept, and sending all again is harmless
     * @throws TooLargeToKeep if one of them will never be taken
     */
    public void publish(List<Outgoing> reports) {
        topic.mustKeep();
        keepLargeOriginals(reports);
        long begun = System.nanoTime();
        try {
            send(reports);
            meters.acknowledged(reports.size(), begun);
        } catch (ExecutionException e) {
            throw notTaken(e.getCause() == null ? e : e.getCause(), begun);
        } catch (KafkaException e) {
            throw notTaken(e, begun);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDurable("The hub is stopping. Send the message again.", e);
        }
    }

    /** Lets what was sent arrive, for some seconds; then nothing can be published any more. */
    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(LAST_WORDS);
        }
    }

    private void keepLargeOriginals(List<Outgoing> reports) {
        try {
            String kept = "";
            for (Outgoing outgoing : reports) {
                ReportedOriginal original = outgoing.report().original();
                if (original.bytes() == null && !original.sha256().equals(kept)) {
                    originals.keep(original, outgoing.original());
                    meters.originalKept();
                    kept = original.sha256();
                }
            }
        } catch (IOException e) {
            LOG.atError().setCause(e).log("A large original could not be written beside its report");
            throw new NotDurable("The hub cannot write to its disk now. Send the message again later.", e);
        }
    }

    /** In waves: a long call log may take longer than one record may wait, and is larger than what may wait together. */
    private void send(List<Outgoing> reports) throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> wave = new ArrayList<>();
        int bytes = 0;
        for (Outgoing outgoing : reports) {
            if (bytes >= WAVE_BYTES) {
                await(wave);
                bytes = 0;
            }
            ProducerRecord<String, byte[]> record = ReportRecord.of(outgoing.report());
            wave.add(producer().send(record));
            bytes += record.value().length;
        }
        await(wave);
    }

    private static void await(List<Future<RecordMetadata>> wave) throws ExecutionException, InterruptedException {
        for (Future<RecordMetadata> acknowledgement : wave) {
            acknowledgement.get();
        }
        wave.clear();
    }

    /** One report that is too large says nothing against Kafka, and must not close the inlets to all others. */
    private RuntimeException notTaken(Throwable cause, long begun) {
        if (cause instanceof RecordTooLargeException) {
            LOG.atError().log("A report is too large for Kafka; its sender was told so: {}", cause.getMessage());
            meters.tooLarge(begun);
            return new TooLargeToKeep(cause);
        }
        LOG.atWarn()
                .addKeyValue("cause", cause.getClass().getSimpleName())
                .log("Kafka did not acknowledge a report: {}", cause.getMessage());
        topic.doubt();
        meters.failed(begun);
        return new NotDurable("Kafka did not confirm in time that the message is kept. Send it again.", cause);
    }

    /** Made when Kafka has answered once: before that its host name may not even resolve. */
    private synchronized KafkaProducer<String, byte[]> producer() {
        KafkaProducer<String, byte[]> known = producer;
        if (known == null) {
            known = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producer = known;
        }
        return known;
    }
}
