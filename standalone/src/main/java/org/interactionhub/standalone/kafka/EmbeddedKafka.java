package org.interactionhub.standalone.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One broker that is its own controller. Not the test kit of Kafka: its data stays, and a killed process loses nothing
 * that was acknowledged. These classes are no public API of Kafka, so nobody else may touch them.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final String CONTROLLER = "CONTROLLER";
    private static final int NODE = 1;

    private final KafkaRaftServer server;
    private final String address;

    private EmbeddedKafka(KafkaRaftServer server, String address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Formats the directory if it is new and starts the broker; returns when it serves and the hub's topic is there.
     *
     * @param port for clients, on 127.0.0.1
     * @param controllerPort for the broker's talk with itself, on 127.0.0.1
     */
    public static EmbeddedKafka start(Path directory, int port, int controllerPort) throws IOException {
        String address = "127.0.0.1:" + port;
        formatIfNew(directory);
        KafkaRaftServer server = new KafkaRaftServer(
                new KafkaConfig(settings(directory, address, "127.0.0.1:" + controllerPort)), Time.SYSTEM);
        server.startup();
        EmbeddedKafka kafka = new EmbeddedKafka(server, address);
        try {
            ReportsTopic.makeSureOf(address);
        } catch (IOException e) {
            kafka.close();
            throw e;
        }
        return kafka;
    }

    /** The bootstrap server. */
    public String address() {
        return address;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void formatIfNew(Path directory) throws IOException {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(directory);
        Formatter formatter = new Formatter().setNodeId(NODE).setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION).setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(Optional.empty()).addDirectory(directory.toString())
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false));
        try {
            formatter.run();
        } catch (Exception e) {
            throw new IOException("Kafka's directory " + directory + " cannot be formatted: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> settings(Path directory, String address, String controller) {
        return Map.ofEntries(Map.entry("process.roles", "broker,controller"), Map.entry("node.id", NODE),
                Map.entry("listeners", "PLAINTEXT://" + address + "," + CONTROLLER + "://" + controller),
                Map.entry("controller.listener.names", CONTROLLER),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT"),
                Map.entry("controller.quorum.voters", NODE + "@" + controller),
                Map.entry("log.dirs", directory.toString()), Map.entry("auto.create.topics.enable", "false"),
                // after a kill, the new life of the broker waits until the session of the old one has run out
                Map.entry("broker.session.timeout.ms", "2000"), Map.entry("broker.heartbeat.interval.ms", "500"),
                Map.entry("offsets.topic.replication.factor", "1"), Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"), Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "2"), Map.entry("background.threads", "2"),
                Map.entry("log.cleaner.dedupe.buffer.size", "2097152"));
    }
}
