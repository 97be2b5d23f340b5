package org.interactionhub.commands.intake;

import java.util.Set;

/** How the listener fares, for people who look from outside. */
sealed interface IntakeState {

    /** In words. */
    String sentence();

    /** It follows the topic; with no partitions, others hold them all. */
    record Listening(Set<Integer> partitions, long lag) implements IntakeState {
        @Override
        public String sentence() {
            return partitions.isEmpty()
                    ? "Intake waits for a partition; other instances hold them all."
                    : "Intake follows " + partitions.size() + " partitions; " + lag + " records wait.";
        }
    }

    /** Something it needs is away; it tries again by itself. */
    record Waiting(String why) implements IntakeState {
        @Override
        public String sentence() {
            return "Intake waits: " + why;
        }
    }

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
