package org.interactionhub.queries.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.interactionhub.events.ContactPoint;
import org.jspecify.annotations.Nullable;

/** One row that an event adds to the history; its components are the columns of {@code history.sql}. */
sealed interface HistoryRow {

    /** What was told about a contact. JSON components are JSON texts. */
    record Fact(long position, UUID interactionId, String event, @Nullable String channel, @Nullable String account,
            @Nullable String direction, Instant occurredAt, Instant recordedAt, @Nullable String actor,
            @Nullable UUID clientId, @Nullable String conversation, @Nullable String subject, @Nullable String text,
            @Nullable String reply, String attributes, String attachments, String participants, String stated,
            @Nullable String reader, boolean byMachine) implements HistoryRow {}

    record Decision(long position, UUID interactionId, String decision, String options, @Nullable String reason,
            long takenAt, @Nullable String actor, Instant occurredAt, Instant recordedAt) implements HistoryRow {}

    /**
     * What another system booked.
     *
     * @param contactPointId whose it is tells whose the booking is
     * @param kind deal or payment
     * @param system that keeps the books, the account of the report
     */
    record Booking(long position, UUID interactionId, UUID contactPointId, String kind, String system,
            BigDecimal amount, String currency, String reference, @Nullable String campaign, Instant occurredAt,
            Instant recordedAt) implements HistoryRow {}

    /** When a contact was, as this fact tells it. Of several the most telling holds, then the earliest. */
    record Contact(UUID interactionId, Instant occurredAt, int telling, String channel, String direction,
            @Nullable UUID thread, long position) implements HistoryRow {
        /** A note: a contact by itself only if nothing else tells of it. */
        static final int ASIDE = 0;
        static final int PLAN = 1;
        static final int CHANGE = 2;
        static final int ITSELF = 3;
    }

    /** A mail that answers another. */
    record Reply(UUID message, UUID thread, long position) implements HistoryRow {}

    /** Somebody had a part in a contact. */
    record Part(UUID interactionId, UUID contactPointId, String role, long position) implements HistoryRow {}

    record Address(ContactPoint point, long position) implements HistoryRow {}

    record Link(UUID contactPointId, UUID clientId, String method, @Nullable UUID evidence, @Nullable String actor,
            @Nullable Instant validFrom, @Nullable Instant validTo, Instant linkedAt, long position)
            implements
                HistoryRow {}

    /** From here on earlier links between the two are no longer held true that are valid at any of this time. */
    record LinkEnd(UUID contactPointId, UUID clientId, @Nullable Instant validFrom, @Nullable Instant validTo,
            long position) implements HistoryRow {}

    record Client(UUID clientId, String kind, String name, Instant registeredAt, long position)
            implements
                HistoryRow {}

    record Name(UUID clientId, String name, long position) implements HistoryRow {}

    /** What a client is by law. */
    record Party(UUID clientId, @Nullable String party, @Nullable String legalName, @Nullable String taxNumber,
            @Nullable String city, @Nullable String actor, Instant recordedAt, long position) implements HistoryRow {}

    /** A client belongs to another. */
    record Related(UUID clientId, UUID toId, String relation, boolean within, @Nullable String role,
            @Nullable String actor, @Nullable Instant validFrom, @Nullable Instant validTo, Instant recordedAt,
            long position) implements HistoryRow {}

    /** From here on earlier relations of that kind between the two are no longer held true that are valid at any of this time. */
    record RelationEnd(UUID clientId, UUID toId, String relation, @Nullable Instant validFrom,
            @Nullable Instant validTo, long position) implements HistoryRow {}

    /** What a contact point says about who uses it. */
    record PointClass(UUID contactPointId, String as, @Nullable String reason, @Nullable String actor,
            Instant recordedAt, long position) implements HistoryRow {}

    /**
     * Somebody looks after a client from {@code validFrom} on; {@code owner} is null if nobody does.
     *
     * @param validTo exclusive, null: until the next day that is named
     * @param handoverId by which handover, null if by none
     */
    record Owner(UUID clientId, @Nullable String owner, Instant validFrom, @Nullable Instant validTo,
            @Nullable UUID handoverId, long position) implements HistoryRow {}

    /**
     * Clients changed hands together.
     *
     * @param from null if they were nobody's
     * @param to null if they became nobody's
     * @param clients how many
     * @param validTo exclusive, null: for good
     */
    record Handover(UUID handoverId, @Nullable String from, @Nullable String to, int clients, Instant validFrom,
            @Nullable Instant validTo, @Nullable String reason, @Nullable String actor, Instant recordedAt,
            long position)
            implements
                HistoryRow {}

    /** From here on the handover is as if it had never been told. */
    record HandoverEnd(UUID handoverId, @Nullable String reason, @Nullable String actor, Instant recordedAt,
            long position) implements HistoryRow {}

    /**
     * Somebody said of two clients that they are one, or not.
     *
     * @param merge the position of the merge that is undone, null if none is
     * @param words what shows it, or why; null if nothing was said
     */
    record Identity(long position, Verdict verdict, UUID clientId, UUID otherId, @Nullable Long merge,
            @Nullable String words, @Nullable String actor, Instant recordedAt) implements HistoryRow {
        enum Verdict {
            MERGED, UNMERGED, DISTINCT, WITHDRAWN
        }
    }

    /** A list that is imported; {@code columns} is a JSON text. */
    record Import(UUID importId, String file, @Nullable String source, int rows, String columns,
            @Nullable String actor, Instant recordedAt, long position) implements HistoryRow {}

    /** One of its rows; JSON components are JSON texts. */
    record ImportedRow(UUID importId, int line, String name, String verdict, String clients, @Nullable Integer sameAs,
            String linked, String remarks, long position) implements HistoryRow {}

    record ImportUndo(UUID importId, @Nullable String reason, @Nullable String actor, Instant recordedAt, long position)
            implements
                HistoryRow {}

    /** She is no client any more, since the import that registered her was taken back. */
    record Withdrawal(UUID clientId, UUID importId, long position) implements HistoryRow {}

    /** Somebody of ours who said something or looks after a client. */
    record Colleague(String name, long position) implements HistoryRow {}

    /** What is known of an account of ours. */
    record Account(String channel, String account, @Nullable String title, @Nullable String legalEntity,
            @Nullable String office, @Nullable String actor, Instant recordedAt, long position)
            implements
                HistoryRow {}

    /** Two who may be one, as a report says or a line of an imported list. */
    record Suggestion(long position, long line, UUID clientId, UUID otherId, @Nullable UUID evidence,
            @Nullable UUID importId) implements HistoryRow {}
}
