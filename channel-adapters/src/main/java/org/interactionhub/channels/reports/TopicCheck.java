package org.interactionhub.channels.reports;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.interactionhub.events.InteractionReport;

/** Looks at the topic as the brokers have it, and creates it if it is not there. */
final class TopicCheck {

    private static final int PARTITIONS = 8;
    private static final int PATIENCE_MILLIS = 3000;
    private static final String TOPIC = InteractionReport.TOPIC;

    private final Map<String, Object> client;

    /** @param bootstrapServers {@code host:port}, comma-separated */
    TopicCheck(String bootstrapServers) {
        client = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG, "hub-intake-topic", AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS, AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    }

    /** @return what the topic is now; after at most some seconds */
    Standing look() throws InterruptedException {
        Admin admin;
        try {
            admin = Admin.create(client);
        } catch (KafkaException e) { // no name of a bootstrap server could be resolved
            return away(e);
        }
        try {
            Optional<TopicDescription> topic = describe(admin);
            return topic.isPresent() ? judge(admin, topic.get()) : create(admin);
        } catch (ExecutionException e) {
            return away(e.getCause() == null ? e : e.getCause());
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    private static Optional<TopicDescription> describe(Admin admin) throws InterruptedException, ExecutionException {
        try {
            return Optional.ofNullable(admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Standing judge(Admin admin, TopicDescription topic) throws InterruptedException, ExecutionException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
        Map<String, String> settings = admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .values()
                .stream()
                .flatMap(config -> config.entries().stream())
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
        int replicas = topic.partitions().stream().mapToInt(partition -> partition.replicas().size()).min().orElse(0);
        return standing(new TopicSettings(replicas, settings));
    }

    private static Standing create(Admin admin) throws InterruptedException, ExecutionException {
        TopicSettings settings = TopicSettings.forBrokers(admin.describeCluster().nodes().get().size());
        if (settings.whyUnsafe().isEmpty()) {
            admin.createTopics(List.of(
                    new NewTopic(TOPIC, PARTITIONS, (short) settings.replicas()).configs(settings.settings())))
                    .all()
                    .get();
        }
        return standing(settings);
    }

    private static Standing standing(TopicSettings settings) {
        return settings.whyUnsafe().<Standing>map(Standing.Unsafe::new).orElseGet(Standing.Safe::new);
    }

    private static Standing away(Throwable cause) {
        return new Standing.Away("Kafka does not answer (" + cause.getClass().getSimpleName()
                + "). Messages are taken again as soon as it does.");
    }
}
