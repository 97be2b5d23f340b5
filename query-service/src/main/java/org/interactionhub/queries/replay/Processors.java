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
import org.interactionhub.queries.replay.Follower.Following;
import org.interactionhub.queries.replay.ProcessorState.Follows;
import org.interactionhub.queries.replay.ProcessorState.State;
import org.jspecify.annotations.Nullable;

/** Answers how far everything that follows the topic of reports, the log or the history is. */
public final class Processors {

    /** What takes reports from the topic into the log, on the command side. */
    public static final String INTAKE = "intake";

    /** Intake tells about itself every second. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final History history;
    private final EventLog log;
    private final Inflow inflow;
    private final List<Follower> followers;
    private final Clock clock;

    /** @param followers in the order in which they are told */
    public Processors(History history, EventLog log, Inflow inflow, List<Follower> followers, Clock clock) {
        this.history = history;
        this.log = log;
        this.inflow = inflow;
        this.followers = List.copyOf(followers);
        this.clock = clock;
    }

    /** In the order of the way of a message. Intake is missing while the command side has told nothing. */
    public List<ProcessorState> all() {
        List<ProcessorState> all = new ArrayList<>();
        inflow.listeners().ifPresent(listeners -> listeners.forEach(one -> all.add(intake(one))));
        long shown = history.progress().position();
        all.add(following(new Following(Replays.TIMELINE, shown, history.eventsPerSecond(), history.trouble()),
                Follows.LOG, log.head()));
        followers.forEach(follower -> follower.following()
                .forEach(one -> all.add(following(one, Follows.HISTORY, shown))));
        return all;
    }

    private ProcessorState following(Following one, Follows what, long end) {
        long position = one.position();
        long head = Math.max(position, end);
        return new ProcessorState(one.name(), what, position, head, head - position,
                head == position ? 0 : log.at(position + 1).map(next -> since(next.recordedAt())).orElse(0.0),
                one.eventsPerSecond(), one.trouble() == null ? State.GOING : State.STANDING, one.trouble());
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
