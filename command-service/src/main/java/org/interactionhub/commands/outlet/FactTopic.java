package org.interactionhub.commands.outlet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.interactionhub.events.PublishedFact;

/**
 * Makes the topic of facts if it is not there. What is there already is left as its owner wants it: the log keeps the facts,
 * so that a topic which forgets old ones loses nothing.
 */
final class FactTopic {

    /** No fact is larger: the log takes payloads up to 32 MB. */
    static final int MAX_RECORD_BYTES = 36 * 1024 * 1024;
    private static final int PATIENCE_MILLIS = 5000;

    private FactTopic() {}

    static void make(String bootstrapServers) throws InterruptedException, ExecutionException {
        Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG, "hub-outlet-topic", AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS, AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS));
        try {
            if (!admin.listTopics().names().get().contains(PublishedFact.TOPIC)) {
                admin.createTopics(List.of(topic(admin.describeCluster().nodes().get().size()))).all().get();
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    /** A single copy is synced before it is acknowledged; of several, two acknowledge, and none that lacks facts may lead. */
    private static NewTopic topic(int brokers) {
        int replicas = Math.min(3, brokers);
        return new NewTopic(PublishedFact.TOPIC, 1, (short) replicas).configs(Map.of(
                replicas == 1 ? "flush.messages" : "min.insync.replicas", replicas == 1 ? "1" : "2",
                "unclean.leader.election.enable", "false", "retention.ms", "-1", "retention.bytes", "-1",
                "cleanup.policy", "delete",
                "max.message.bytes", Integer.toString(MAX_RECORD_BYTES)));
    }
}
