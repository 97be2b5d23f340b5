package org.interactionhub.queries.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.queries.history.History;
import org.interactionhub.queries.intake.Inflow;
import org.interactionhub.queries.intake.Listening;
import org.interactionhub.queries.replay.ProcessorState.Follows;
import org.interactionhub.queries.replay.ProcessorState.State;
import org.jspecify.annotations.Nullable;

/** Answers how far everything that follows the topic of reports or the log is. */
public final class Processors {

    /** What takes reports from the topic into the log, on the command side. */
    public static final String INTAKE = "intake";

    /** Intake tells about itself every second. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final History history;
    private final EventLog log;
    private final Inflow inflow;
    private final Clock clock;

    public Processors(History history, EventLog log, Inflow inflow, Clock clock) {
        this.history = history;
        this.log = log;
        this.inflow = inflow;
        this.clock = clock;
    }

    /** In the order of the way of a message. Intake is missing while the command side has told nothing. */
    public List<ProcessorState> all() {
        List<ProcessorState> all = new ArrayList<>();
        inflow.listeners().ifPresent(listeners -> listeners.forEach(one -> all.add(intake(one))));
        all.add(history());
        return all;
    }

    private ProcessorState history() {
        long position = history.progress().position();
        long head = Math.max(position, log.head());
        String trouble = history.trouble();
        return new ProcessorState(Replays.TIMELINE, Follows.LOG, position, head, head - position,
                head == position ? 0 : log.at(position + 1).map(next -> since(next.recordedAt())).orElse(0.0),
                history.eventsPerSecond(), trouble == null ? State.GOING : State.STANDING, trouble);
    }

    private ProcessorState intake(Listening listening) {
        State state = state(listening);
        return new ProcessorState(INTAKE, Follows.TOPIC, listening.position(), listening.head(), listening.behind(),
                listening.millisBehind() / 1000.0, listening.perSecond(), state, error(state, listening));
    }

    private State state(Listening listening) {
        boolean silent = listening.toldAt().isBefore(clock.instant().minus(SILENCE));
        return switch (listening.state()) {
            case "stopped" -> State.STOPPED;
            case "listening" -> silent ? State.SILENT : State.GOING;
            default -> silent ? State.SILENT : State.STANDING;
        };
    }

    private static @Nullable String error(State state, Listening listening) {
        return switch (state) {
            case GOING -> null;
            case STANDING, STOPPED -> listening.sentence();
            case SILENT -> "Nothing was heard of it since " + listening.toldAt() + ". It said: " + listening.sentence();
        };
    }

    private double since(Instant moment) {
        return Math.max(0, Duration.between(moment, clock.instant()).toMillis() / 1000.0);
    }
}
