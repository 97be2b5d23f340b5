package org.interactionhub.channels.reports;

/** What is known of the topic; everything but {@link Safe} says in a sentence why no report can be taken. */
sealed interface Standing {

    /** Its settings keep what it acknowledges. */
    record Safe() implements Standing {}

    /** Kafka did not answer, or did not take the last report. */
    record Away(String sentence) implements Standing {}

    /** It would lose what it acknowledges. */
    record Unsafe(String sentence) implements Standing {}
}
