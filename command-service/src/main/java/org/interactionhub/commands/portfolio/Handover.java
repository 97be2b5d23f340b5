package org.interactionhub.commands.portfolio;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.interactionhub.events.HandoverId;
import org.interactionhub.events.PortfolioEvent.HandoverUndone;
import org.interactionhub.events.PortfolioEvent.PortfolioHandedOver;
import org.interactionhub.events.PortfolioEvent;
import org.jspecify.annotations.Nullable;

/** Clients who changed hands together. */
public class Handover {

    static final int MOST_CLIENTS = 5_000;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_REASON = 2_000;

    private static final Instant LONG_AGO = Instant.parse("1900-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(366);

    @AggregateIdentifier
    private @Nullable HandoverId id;
    private boolean undone;

    protected Handover() {}

    /** Its id is made up for this command. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(HandOver command) {
        requireName("from", command.from());
        requireName("to", command.to());
        requireReason(command.reason());
        if (Objects.equals(command.from(), command.to())) {
            throw HandoverRefused.toHerself();
        }
        requireTime(command);
        PortfolioHandedOver handover = new PortfolioHandedOver(command.handoverId(), command.from(), command.to(),
                command.clients(), command.since(), command.until(), command.reason());
        if (handover.clients().isEmpty()) {
            throw HandoverRefused.empty();
        }
        if (handover.clients().size() > MOST_CLIENTS) {
            throw HandoverRefused.tooMany();
        }
        apply(handover);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(UndoHandover command) {
        requireReason(command.reason());
        if (id == null) {
            throw HandoverRefused.unknown(command.handoverId().toString());
        }
        if (undone) {
            throw HandoverRefused.undone(id);
        }
        apply(new HandoverUndone(command.handoverId(), command.reason()));
    }

    @EventSourcingHandler
    void evolve(PortfolioEvent event) {
        id = event.handoverId();
        undone = switch (event) {
            case PortfolioHandedOver _ -> false;
            case HandoverUndone _ -> true;
        };
    }

    private static void requireName(String side, @Nullable String name) {
        if (name != null && (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl))) {
            throw HandoverRefused.unnamed(side);
        }
    }

    private static void requireReason(@Nullable String reason) {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw HandoverRefused.wordy();
        }
    }

    private static void requireTime(HandOver command) {
        Instant latest = command.now().plus(AHEAD);
        if (command.since().isBefore(LONG_AGO) || command.since().isAfter(latest)) {
            throw HandoverRefused.atOddTime(command.since());
        }
        Instant until = command.until();
        if (until != null && (!until.isAfter(command.since()) || until.isAfter(latest))) {
            throw HandoverRefused.endsAtOddTime(until);
        }
    }
}
