package org.interactionhub.standalone.kafka;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.interactionhub.events.InteractionReport;

/**
 * The topic that reports travel in, as a single broker has to keep it: written to disk before it says yes, for ever,
 * stamped by the broker's clock.
 */
final class ReportsTopic {

    private static final int PARTITIONS = 8;

    private static final Map<String, String> SETTINGS = Map.of("flush.messages", "1", "message.timestamp.type",
            "LogAppendTime", "retention.ms", "-1", "retention.bytes", "-1", "max.message.bytes", "4194304");

    private ReportsTopic() {}

    /** Creates it if it is absent; leaves it alone if its owner has changed it. */
    static void makeSureOf(String bootstrapServer) throws IOException {
        NewTopic topic = new NewTopic(InteractionReport.TOPIC, Optional.of(PARTITIONS), Optional.empty())
                .configs(SETTINGS);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServer))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IOException("topic " + InteractionReport.TOPIC + " cannot be created: " + e.getMessage(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while Kafka was starting");
        }
    }
}
