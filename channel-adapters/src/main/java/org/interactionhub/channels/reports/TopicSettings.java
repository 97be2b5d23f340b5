package org.interactionhub.channels.reports;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.interactionhub.events.InteractionReport;

/**
 * Whether a topic keeps what it acknowledges, judged by its settings: one copy that is synced before each
 * acknowledgement, or at least three of which two acknowledge. (A single broker that does not sync lost every
 * acknowledged record in a simulated power cut.)
 *
 * @param replicas copies of each partition
 * @param settings the effective settings of the topic, by Kafka's names
 */
record TopicSettings(int replicas, Map<String, String> settings) {

    static final int MAX_RECORD_BYTES = 4 * 1024 * 1024;

    TopicSettings {
        settings = Map.copyOf(settings);
    }

    /** The settings for a new topic on that many brokers. */
    static TopicSettings forBrokers(int brokers) {
        int replicas = Math.min(3, brokers);
        String durable = replicas == 1 ? "flush.messages" : "min.insync.replicas";
        return new TopicSettings(replicas,
                Map.of(durable, replicas == 1 ? "1" : "2", "message.timestamp.type", "LogAppendTime", "retention.ms",
                        "-1", "retention.bytes", "-1", "cleanup.policy", "delete", "unclean.leader.election.enable",
                        "false", "max.message.bytes", Integer.toString(MAX_RECORD_BYTES)));
    }

    /** A sentence that says what is wrong and what to do, or nothing. */
    Optional<String> whyUnsafe() {
        return tooFewCopies().or(this::forgets).or(this::tooSmall).map(sentence -> "Topic " + InteractionReport.TOPIC
                + " would not keep what it acknowledges: " + sentence);
    }

    private Optional<String> tooFewCopies() {
        if (replicas == 1) {
            return unless("flush.messages", "1"::equals,
                    "its single copy is not synced to disk before it is acknowledged. Set flush.messages=1 on it.");
        }
        if (replicas == 2) {
            return Optional.of("with two copies the loss of one broker stops it or loses data."
                    + " Give it three copies, or one with flush.messages=1.");
        }
        return unless("min.insync.replicas", value -> Integer.parseInt(value) >= 2,
                "one copy alone may acknowledge. Set min.insync.replicas=2 on it.")
                .or(() -> unless("unclean.leader.election.enable", "false"::equals,
                        "a copy that lacks records may become the leader."
                                + " Set unclean.leader.election.enable=false on it."));
    }

    private Optional<String> forgets() {
        return unless("cleanup.policy", "delete"::equals,
                "compaction removes records that share a key. Set cleanup.policy=delete on it.")
                .or(() -> unless("retention.ms", "-1"::equals,
                        "records are deleted after a while, read or not. Set retention.ms=-1 on it."))
                .or(() -> unless("retention.bytes", "-1"::equals,
                        "records are deleted when it grows, read or not. Set retention.bytes=-1 on it."));
    }

    private Optional<String> tooSmall() {
        return unless("max.message.bytes", value -> Integer.parseInt(value) >= MAX_RECORD_BYTES,
                "it refuses large reports. Set max.message.bytes=" + MAX_RECORD_BYTES + " on it.");
    }

    private Optional<String> unless(String setting, Predicate<String> right, String sentence) {
        String value = settings.get(setting);
        return value != null && right.test(value) ? Optional.empty() : Optional.of(sentence);
    }
}
