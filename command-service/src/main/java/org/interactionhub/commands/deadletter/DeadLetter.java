package org.interactionhub.commands.deadletter;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.interactionhub.events.ReportId;
import org.jspecify.annotations.Nullable;

/**
 * A record set aside.
 *
 * @param id the report's where an adapter says that it could not read the original, else named by its place in the topic
 * @param claims the report id written in it, null if none can be read; not proven where {@code id} differs
 * @param channel as written in it, {@link #UNKNOWN} if that cannot be read
 * @param account as written in it, {@link #UNKNOWN} if that cannot be read
 * @param raw the record's value
 * @param reason why; a sentence for people and a code for machines
 */
@SuppressWarnings("ArrayRecordComponent") // carried to a row, never compared
public record DeadLetter(UUID id, @Nullable ReportId claims, String channel, String account, Instant receivedAt,
        Place place, byte[] raw, Reason reason) {

    /** Stands for a channel or an account that cannot be told. */
    public static final String UNKNOWN = "unknown";

    /** Where in Kafka it lies. */
    public record Place(String topic, String topicId, int partition, long offset) {}

    /** Why it was set aside. */
    public record Reason(Kind kind, String code, String sentence) {}

    /** Whether we could not read it, or read it and said no. */
    public enum Kind {
        UNREADABLE, REFUSED;

        /** The name used in tables. */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String value) {
            return valueOf(value.toUpperCase(Locale.ROOT));
        }
    }
}
