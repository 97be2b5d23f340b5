package org.interactionhub.commands.interaction;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.InteractionId;
import org.jspecify.annotations.Nullable;

/** What staff can say about a contact. {@code now} is when they say it. */
sealed interface InteractionCommand {

    @TargetAggregateIdentifier
    InteractionId interactionId();

    /** We intend to have a contact. */
    record PlanInteraction(InteractionId interactionId, ClientId clientId, Channel channel, Instant plannedFor,
            String subject, @Nullable String text, Instant now) implements InteractionCommand {}

    /** A contact took place that no channel heard. */
    record RecordInteraction(InteractionId interactionId, ClientId clientId, Channel channel, Instant occurredAt,
            String subject, @Nullable String text, Instant now) implements InteractionCommand {}

    /** This is worth remembering about the client. */
    record AddNote(InteractionId interactionId, ClientId clientId, Instant occurredAt, @Nullable String subject,
            String text, Instant now) implements InteractionCommand {}

    /** This is worth remembering about a contact that is known, and about the client. */
    record AddNoteAt(InteractionId interactionId, ClientId clientId, Instant occurredAt, String text, Instant now)
            implements
                InteractionCommand {}

    /**
     * This is what came of a plan.
     *
     * @param occurredAt when it was held, null for the planned time or now, whichever is earlier; when it was missed or
     *            called off, null for now
     * @param text what came of it, or why it did not come about
     * @param dayEnds when the day of {@code now} is over where we are
     */
    record RecordOutcome(InteractionId interactionId, State state, @Nullable Instant occurredAt, @Nullable String text,
            Instant now, Instant dayEnds) implements InteractionCommand {

        /** How a plan can come out. */
        enum State {
            HELD, MISSED, CANCELLED;

            /** @throws IllegalArgumentException naming the known states, if {@code value} is none of them */
            @JsonCreator
            static State of(String value) {
                for (State state : values()) {
                    if (state.name().toLowerCase(Locale.ROOT).equals(value)) {
                        return state;
                    }
                }
                throw new IllegalArgumentException(
                        "'" + value + "' is no outcome; known are held, missed and cancelled");
            }
        }
    }

    /**
     * This was decided.
     *
     * @param occurredAt when, null for now
     * @param takenAt the last position of the log that the decider could have seen
     */
    record TakeDecision(InteractionId interactionId, String decision, List<String> options, @Nullable String reason,
            long takenAt, @Nullable Instant occurredAt, Instant now) implements InteractionCommand {}
}
