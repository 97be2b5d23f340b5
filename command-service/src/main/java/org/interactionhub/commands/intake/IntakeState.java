package org.interactionhub.commands.intake;

import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.interactionhub.eventstore.AppendFailed;
import org.interactionhub.eventstore.LogUnavailable;

/** How the listener fares, for people who look from outside. */
sealed interface IntakeState {

    /** In words. */
    String sentence();

    /** Why it cannot go on, without the words of drivers: those name hosts and logins, and stand in the log. */
    static String why(Throwable failure) {
        return switch (failure) {
            case ReportTopic.Away away -> String.valueOf(away.getMessage());
            case LogUnavailable _,AppendFailed _ -> "PostgreSQL cannot be reached, or refuses.";
            case KafkaException _ -> "Kafka does not answer as it should.";
            default -> "Something went wrong (" + failure.getClass().getSimpleName() + "); the log tells more.";
        };
    }

    /** One word for it. */
    default String name() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /**
     * It follows the topic; with no partitions, others hold them all.
     *
     * @param position records taken or passed over so far, over all its partitions
     * @param lag records that wait
     * @param millisBehind age of the last record taken, 0 if none waits
     */
    record Listening(Set<Integer> partitions, long position, long lag, long millisBehind) implements IntakeState {
        @Override
        public String sentence() {
            return partitions.isEmpty()
                    ? "Intake waits for a partition; other instances hold them all."
                    : "Intake follows " + partitions.size() + " partitions; " + lag + " records wait.";
        }
    }

    /** Something it needs is away; it tries again by itself. */
    record Waiting(String sentence) implements IntakeState {}

    /** It will not go on until a person has decided. */
    record Refused(String sentence) implements IntakeState {}

    /** It was told to stop. */
    record Stopped() implements IntakeState {
        @Override
        public String sentence() {
            return "Intake is stopped.";
        }
    }
}
