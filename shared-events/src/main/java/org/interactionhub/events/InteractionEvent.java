package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can be true about one contact between a client and us. */
public sealed interface InteractionEvent extends HubEvent {

    InteractionId interactionId();

    /** What a channel reported. */
    sealed interface Intake extends InteractionEvent, Reported {
        @Override
        InteractionId interactionId();
    }

    /** A contact that took place. */
    @Named("interaction-recorded/1")
    record InteractionRecorded(InteractionId interactionId, Heard heard) implements Intake {}

    /** A call went on: somebody answered, was connected on, or hung up. */
    @Named("call-progressed/1")
    record CallProgressed(InteractionId interactionId, Heard heard) implements Intake {}

    /** The sender changed her words; {@code heard} has the new ones. */
    @Named("message-edited/1")
    record MessageEdited(InteractionId interactionId, Heard heard) implements Intake {}

    /** The sender took her words back; the hub remembers them. */
    @Named("message-deleted/1")
    record MessageDeleted(InteractionId interactionId, Heard heard) implements Intake {}

    /** How a message of ours fared: sent, delivered, read, failed; in {@code heard.attributes}. */
    @Named("delivery-reported/1")
    record DeliveryReported(InteractionId interactionId, Heard heard) implements Intake {}

    /** A contact we intend to have. Nobody has spoken yet. */
    @Named("interaction-planned/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InteractionPlanned(InteractionId interactionId, ClientId clientId, Channel channel, Instant plannedFor,
            String subject, @Nullable String text) implements InteractionEvent {}

    /**
     * A contact took place that staff tell of, planned before or not.
     *
     * @param text what came of it, null if nothing was said
     */
    @Named("interaction-held/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InteractionHeld(InteractionId interactionId, ClientId clientId, Channel channel, Instant occurredAt,
            String subject, @Nullable String text) implements InteractionEvent {}

    /** A planned contact did not come about, and nobody called it off. */
    @Named("interaction-missed/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InteractionMissed(InteractionId interactionId, @Nullable String reason) implements InteractionEvent {}

    /** A planned contact was called off. */
    @Named("interaction-cancelled/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InteractionCancelled(InteractionId interactionId, @Nullable String reason) implements InteractionEvent {}

    /**
     * What was chosen at a contact; by whom stands in the {@link EventMetadata}.
     *
     * @param options what could have been chosen, the choice among them; empty if nobody wrote them down
     * @param takenAt the last position of the log that the decider could have seen
     */
    @Named("decision-taken/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionTaken(InteractionId interactionId, String decision, List<String> options, @Nullable String reason,
            long takenAt) implements InteractionEvent {
        @SuppressWarnings("ConstantValue") // Jackson passes null for an absent list
        public DecisionTaken {
            options = options == null ? List.of() : List.copyOf(options);
        }
    }

    /** Something staff want remembered about a client; at the contact that other facts tell of, else by itself. */
    @Named("note-added/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoteAdded(InteractionId interactionId, ClientId clientId, Instant occurredAt, @Nullable String subject,
            String text) implements InteractionEvent {}
}
