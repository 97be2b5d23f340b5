package org.interactionhub.commands;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.interactionhub.events.InteractionReport;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** A real Kafka broker that all tests of the JVM share; each asks for a fresh topic. */
public final class TestBroker {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String address;
    private final Admin admin;

    private TestBroker(String address) {
        this.address = address;
        this.admin = Admin.create(Map.of("bootstrap.servers", address));
    }

    public static TestBroker withTopic(int partitions) {
        Started.BROKER.renewTopic(partitions);
        return Started.BROKER;
    }

    /** When first asked for; stops with the JVM. */
    private static final class Started {

        static final TestBroker BROKER = start();
    }

    public String address() {
        return address;
    }

    /** In the order given, over the partitions by turns. */
    public void publish(List<InteractionReport> reports, int partitions) {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (int index = 0; index < reports.size(); index++) {
                InteractionReport report = reports.get(index);
                ProducerRecord<byte[], byte[]> entry = new ProducerRecord<>(InteractionReport.TOPIC,
                        index % partitions, null, JSON.writeValueAsBytes(report));
                entry.headers().add("ce_id", report.reportId().toString().getBytes(StandardCharsets.UTF_8));
                producer.send(entry, TestBroker::mustHaveWorked);
            }
        }
    }

    public void publishBytes(byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.send(new ProducerRecord<>(InteractionReport.TOPIC, 0, null, value), TestBroker::mustHaveWorked);
        }
    }

    private static void mustHaveWorked(RecordMetadata place, @Nullable Exception failure) {
        if (failure != null) {
            LoggerFactory.getLogger(TestBroker.class).error("a record was not published", failure);
        }
    }

    /** A new one each time: an idempotent producer does not get over a topic that is made anew. */
    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(Map.of("bootstrap.servers", address, "linger.ms", "5"), new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** The topic is gone afterwards, if it was there. */
    public void forget(String topic) {
        try {
            if (admin.listTopics().names().get().contains(topic)) {
                admin.deleteTopics(List.of(topic)).all().get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public void renewTopic(int partitions) {
        forget(InteractionReport.TOPIC);
        try {
            admin.createTopics(List.of(new NewTopic(InteractionReport.TOPIC, partitions, (short) 1))).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestBroker start() {
        try {
            Path directory = Files.createTempDirectory("test-broker");
            String address = "127.0.0.1:" + freePort();
            String controller = "127.0.0.1:" + freePort();
            format(directory);
            KafkaRaftServer server = new KafkaRaftServer(
                    new KafkaConfig(settings(directory, address, controller)), Time.SYSTEM);
            server.startup();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
            return new TestBroker(address);
        } catch (Exception e) {
            throw new IllegalStateException("the test broker cannot start", e);
        }
    }

    private static void format(Path directory) throws Exception {
        new Formatter().setNodeId(1).setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION).setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(Optional.empty()).addDirectory(directory.toString())
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false)).run();
    }

    private static Map<String, Object> settings(Path directory, String address, String controller) {
        return Map.ofEntries(Map.entry("process.roles", "broker,controller"), Map.entry("node.id", 1),
                Map.entry("listeners", "PLAINTEXT://" + address + ",CONTROLLER://" + controller),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("controller.quorum.voters", "1@" + controller),
                Map.entry("log.dirs", directory.toString()), Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"), Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"), Map.entry("num.network.threads", "1"),
                Map.entry("num.io.threads", "2"), Map.entry("log.cleaner.enable", "false"));
    }

    private static void stop(KafkaRaftServer server, Path directory) {
        server.shutdown();
        server.awaitShutdown();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
