package org.interactionhub.commands.interaction;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.interactionhub.commands.client.ClientRefused;
import org.interactionhub.commands.client.KnownClients;
import org.interactionhub.commands.interaction.InteractionCommand.AddNote;
import org.interactionhub.commands.interaction.InteractionCommand.AddNoteAt;
import org.interactionhub.commands.interaction.InteractionCommand.PlanInteraction;
import org.interactionhub.commands.interaction.InteractionCommand.RecordInteraction;
import org.interactionhub.commands.interaction.InteractionCommand.RecordOutcome;
import org.interactionhub.commands.interaction.InteractionCommand.TakeDecision;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.InteractionEvent;
import org.interactionhub.events.InteractionEvent.DecisionTaken;
import org.interactionhub.events.InteractionEvent.InteractionCancelled;
import org.interactionhub.events.InteractionEvent.InteractionHeld;
import org.interactionhub.events.InteractionEvent.InteractionMissed;
import org.interactionhub.events.InteractionEvent.InteractionPlanned;
import org.interactionhub.events.InteractionEvent.Intake;
import org.interactionhub.events.InteractionEvent.NoteAdded;
import org.interactionhub.events.InteractionId;
import org.interactionhub.eventstore.axon.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What staff said about one contact. A contact that a channel heard begins with an empty stream here: its facts stand
 * in the streams of its reports.
 */
public class Interaction {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final Set<Channel> TOLD_BY_STAFF = Set.of(Channel.MEETING, Channel.PHONE, Channel.EMAIL,
            Channel.CHAT);

    private enum Stage {
        UNTOLD, PLANNED, HELD, MISSED, CANCELLED
    }

    @AggregateIdentifier
    private @Nullable InteractionId id;
    private Stage stage = Stage.UNTOLD;
    private @Nullable InteractionPlanned plan;

    protected Interaction() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlanInteraction command, KnownClients clients) {
        requireBeginning(command.interactionId(), command.clientId(), command.channel(), clients);
        apply(new InteractionPlanned(command.interactionId(), command.clientId(), command.channel(),
                command.plannedFor(), command.subject(), command.text()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordInteraction command, KnownClients clients) {
        requireBeginning(command.interactionId(), command.clientId(), command.channel(), clients);
        requirePast(command.occurredAt(), command.now());
        apply(new InteractionHeld(command.interactionId(), command.clientId(), command.channel(),
                command.occurredAt(), command.subject(), command.text()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AddNote command, KnownClients clients) {
        requireNew(command.interactionId(), command.clientId(), clients);
        requirePast(command.occurredAt(), command.now());
        apply(new NoteAdded(command.interactionId(), command.clientId(), command.occurredAt(), command.subject(),
                command.text()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AddNoteAt command, KnownInteractions heard, KnownClients clients) {
        requireExisting(command.interactionId(), heard);
        requireClient(command.clientId(), clients);
        requirePast(command.occurredAt(), command.now());
        apply(new NoteAdded(command.interactionId(), command.clientId(), command.occurredAt(), null, command.text()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordOutcome command, KnownInteractions heard) {
        InteractionPlanned planned = plan;
        if (planned == null) {
            throw exists(command.interactionId(), heard)
                    ? InteractionRefused.contradicted("Only a planned interaction has an outcome to record.")
                    : InteractionRefused.unknown(command.interactionId());
        }
        if (stage != Stage.PLANNED) {
            throw InteractionRefused.contradicted(
                    "The outcome of this interaction is recorded already: it was " + inWords() + ".");
        }
        if (command.state() != RecordOutcome.State.CANCELLED) {
            requireDay(planned.plannedFor(), command.dayEnds());
        }
        Instant occurredAt = command.occurredAt();
        if (occurredAt != null) {
            requirePast(occurredAt, command.now());
        }
        apply(switch (command.state()) {
            case HELD -> held(planned, command);
            case MISSED -> new InteractionMissed(planned.interactionId(), command.text());
            case CANCELLED -> new InteractionCancelled(planned.interactionId(), command.text());
        }, Provenance.at(occurredAt));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TakeDecision command, KnownInteractions heard) {
        requireExisting(command.interactionId(), heard);
        Instant occurredAt = command.occurredAt();
        if (occurredAt != null) {
            requirePast(occurredAt, command.now());
        }
        if (stage == Stage.MISSED || stage == Stage.CANCELLED) {
            throw InteractionRefused
                    .contradicted("Nothing can be decided at an interaction that was " + inWords() + ".");
        }
        if (!command.options().isEmpty() && !command.options().contains(command.decision())) {
            throw InteractionRefused.senseless("The decision is not among its options; write it as it stands there.");
        }
        apply(new DecisionTaken(command.interactionId(), command.decision(), command.options(), command.reason(),
                command.takenAt()), Provenance.at(occurredAt));
    }

    @EventSourcingHandler
    void evolve(InteractionEvent event) {
        id = event.interactionId();
        stage = switch (event) {
            case InteractionPlanned planned -> {
                plan = planned;
                yield Stage.PLANNED;
            }
            case InteractionHeld _ -> Stage.HELD;
            case InteractionMissed _ -> Stage.MISSED;
            case InteractionCancelled _ -> Stage.CANCELLED;
            // reports stand in streams of their own; only a foreign one may bear the id of its contact
            case Intake _ -> stage;
            // they begin the stream of a note by itself, or of a contact that a channel heard
            case NoteAdded _,DecisionTaken _ -> stage == Stage.UNTOLD ? Stage.HELD : stage;
        };
    }

    private void requireExisting(InteractionId interaction, KnownInteractions heard) {
        if (!exists(interaction, heard)) {
            throw InteractionRefused.unknown(interaction);
        }
    }

    private boolean exists(InteractionId interaction, KnownInteractions heard) {
        return stage != Stage.UNTOLD || heard.contains(interaction);
    }

    private void requireBeginning(InteractionId interaction, ClientId client, Channel channel, KnownClients clients) {
        requireNew(interaction, client, clients);
        if (!TOLD_BY_STAFF.contains(channel)) {
            throw InteractionRefused.senseless(
                    "Staff plan and record meetings, phone calls, emails and chats, not " + channel.value() + "s.");
        }
    }

    private void requireNew(InteractionId interaction, ClientId client, KnownClients clients) {
        if (stage != Stage.UNTOLD) {
            throw InteractionRefused.contradicted("The interaction " + interaction + " exists already.");
        }
        requireClient(client, clients);
    }

    private static void requireClient(ClientId client, KnownClients clients) {
        if (!clients.contains(client)) {
            throw ClientRefused.unknown(client);
        }
    }

    private static void requirePast(Instant occurredAt, Instant now) {
        if (occurredAt.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw InteractionRefused.senseless(occurredAt + " has not come yet. What is to come is planned.");
        }
    }

    /** People meet earlier than they meant to, yet not a day early. */
    private static void requireDay(Instant plannedFor, Instant dayEnds) {
        if (!plannedFor.isBefore(dayEnds)) {
            throw InteractionRefused.contradicted("It is planned for " + plannedFor
                    + ", and that day has not come: until then it can only be cancelled."
                    + " What took place instead is recorded as a meeting of its own.");
        }
    }

    private static InteractionHeld held(InteractionPlanned planned, RecordOutcome command) {
        Instant said = command.occurredAt();
        Instant byDefault = planned.plannedFor().isBefore(command.now()) ? planned.plannedFor() : command.now();
        return new InteractionHeld(planned.interactionId(), planned.clientId(), planned.channel(),
                said == null ? byDefault : said, planned.subject(), command.text());
    }

    private String inWords() {
        return switch (stage) {
            case UNTOLD -> "never told of";
            case PLANNED -> "planned";
            case HELD -> "held";
            case MISSED -> "missed";
            case CANCELLED -> "cancelled";
        };
    }
}
