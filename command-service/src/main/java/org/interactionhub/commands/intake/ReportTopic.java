package org.interactionhub.commands.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.interactionhub.events.InteractionReport;

/** The topic of reports, as Kafka knows it now. */
record ReportTopic(String id, int partitions) {

    private static final int PATIENCE_SECONDS = 5;

    /** The topic cannot be described now; the message says why. */
    static final class Away extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Away(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /** @throws Away if Kafka does not answer or has no such topic yet */
    static ReportTopic describe(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 500);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1_000);
        Admin admin = Admin.create(settings);
        try {
            TopicDescription topic = admin.describeTopics(List.of(InteractionReport.TOPIC)).allTopicNames()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS).values().iterator().next();
            return new ReportTopic(topic.topicId().toString(), topic.partitions().size());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownTopicOrPartitionException
                    ? new Away("Kafka has no topic " + InteractionReport.TOPIC + " yet.", e)
                    : new Away("Kafka does not answer.", e);
        } catch (TimeoutException e) {
            throw new Away("Kafka does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Away("The wait for Kafka was interrupted.", e);
        } finally {
            admin.close(Duration.ZERO); // it would wait for a broker that is away, and so would a stop of the hub
        }
    }
}
