package org.interactionhub.queries.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.interactionhub.door.Refusal;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.queries.history.History;
import org.interactionhub.queries.replay.Replay.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Starts, follows and cancels replays. Of one projection one runs at a time. */
public final class Replays implements AutoCloseable {

    /** The projection that can be replayed: the history, and with it every timeline, client card and search. */
    public static final String TIMELINE = History.NAME;

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    private static final int KEPT = 50;

    private final Supplier<List<Projection>> projections;
    private final EventLog log;
    private final Clock clock;
    private final PastReplayTable past;
    private final Deque<Running> started = new ArrayDeque<>();

    /** @param projections what can be replayed right now; the history among them under the name {@link #TIMELINE} */
    public Replays(Supplier<List<Projection>> projections, EventLog log, DataSource database,
            Clock clock) {
        this.projections = projections;
        this.log = log;
        this.past = new PastReplayTable(database);
        this.clock = clock;
    }

    /** What can be replayed. */
    public List<String> projections() {
        return projections.get().stream().map(Projection::name).toList();
    }

    /** A replay and what became of it. */
    private static final class Running {
        private final UUID id = UUID.randomUUID();
        private final String projection;
        private final Replayable rebuild;
        private final Instant startedAt;
        private volatile State state = State.RUNNING;
        private volatile @Nullable Instant finishedAt;
        private volatile @Nullable String reason;

        Running(String projection, Replayable rebuild, Instant startedAt) {
            this.projection = projection;
            this.rebuild = rebuild;
            this.startedAt = startedAt;
        }
    }

    /** @throws Refusal 409 if one of it runs already, 404 if there is no such projection */
    public Replay start(String name) {
        Projection projection = find(name).orElseThrow(() -> Refusal.notFound("There is no projection '" + name
                + "'; there is '" + String.join("', '", projections()) + "'."));
        return told(begin(projection).orElseThrow(() -> Refusal.conflict("A replay of " + name
                + " is running already. Wait until it is done, or cancel it by DELETE /api/replays/{id}.")));
    }

    /** Starts one of the history because it is due, unless one runs. */
    public void startDue() {
        if (find(TIMELINE).flatMap(this::begin).isPresent()) {
            LOG.info(
                    "The history is built beside the one that is shown: another version of the hub built that one, or an "
                            + "earlier replay was cut off.");
        }
    }

    private Optional<Projection> find(String name) {
        return projections.get().stream().filter(projection -> projection.name().equals(name)).findFirst();
    }

    private synchronized Optional<Running> begin(Projection projection) {
        if (started.stream().anyMatch(
                running -> running.state == State.RUNNING && running.projection.equals(projection.name()))) {
            return Optional.empty();
        }
        Running running = new Running(projection.name(), projection.replays().get(), clock.instant());
        started.addFirst(running);
        if (started.size() > KEPT) {
            started.removeLast();
        }
        Thread.ofPlatform().daemon().name("replay").start(() -> run(running));
        return Optional.of(running);
    }

    private void run(Running running) {
        try {
            finished(running, running.rebuild.run() ? State.DONE : State.CANCELLED, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            finished(running, State.FAILED, "The hub stopped before the replay was done. What is shown is "
                    + "untouched; a replay of the history goes on when the hub is up again.");
        } catch (Refusal e) {
            finished(running, State.FAILED, e.getMessage());
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("replay", running.id).log("A replay failed.");
            finished(running, State.FAILED, "The replay stopped at position " + running.rebuild.position() + " ("
                    + e.getClass().getSimpleName() + "); the log tells more. What is shown is untouched.");
        }
    }

    private void finished(Running running, State state, @Nullable String reason) {
        running.reason = reason;
        running.finishedAt = clock.instant();
        running.state = state;
        keep(told(running));
        LOG.atInfo().addKeyValue("replay", running.id).addKeyValue("projection", running.projection)
                .addKeyValue("state", state)
                .addKeyValue("position", running.rebuild.position()).log("A replay has ended.");
    }

    private void keep(Replay over) {
        try {
            past.keep(over);
        } catch (DataAccessException e) {
            LOG.atWarn().setCause(e).addKeyValue("replay", over.id())
                    .log("That a replay has ended could not be kept; it is known until the hub stops.");
        }
    }

    /** Newest first: those of this process, and those that others and earlier ones finished. */
    public List<Replay> all() {
        List<Replay> all = new ArrayList<>(ours());
        Set<UUID> known = all.stream().map(Replay::id).collect(Collectors.toSet());
        past.newest(KEPT).stream().filter(replay -> !known.contains(replay.id())).forEach(all::add);
        all.sort(Comparator.comparing(Replay::startedAt).reversed());
        return all;
    }

    private synchronized List<Replay> ours() {
        return started.stream().map(this::told).toList();
    }

    public Optional<Replay> find(UUID id) {
        return all().stream().filter(replay -> replay.id().equals(id)).findFirst();
    }

    /** Stops it soon; what is shown stays as it is. Does nothing to one that is over. */
    synchronized void cancel(UUID id) {
        started.stream().filter(running -> running.id.equals(id)).forEach(running -> running.rebuild.cancel());
    }

    @Override
    public synchronized void close() {
        started.forEach(running -> running.rebuild.leave());
    }

    private Replay told(Running running) {
        long position = running.rebuild.position();
        boolean over = running.state != State.RUNNING;
        long head = over ? position : Math.max(position, log.head());
        boolean byEvents = running.rebuild.rows() == null;
        long speed = over && byEvents ? average(running, position) : running.rebuild.eventsPerSecond();
        return new Replay(running.id, running.projection, running.state, position, head, speed,
                over ? null : running.rebuild.etaSeconds(head), running.startedAt, running.finishedAt,
                running.reason, running.rebuild.rows(), running.rebuild.phase(),
                over ? null : running.rebuild.share(head),
                running.rebuild.resumedFrom());
    }

    private static long average(Running running, long position) {
        long read = position - Objects.requireNonNullElse(running.rebuild.resumedFrom(), 0L);
        Instant end = running.finishedAt;
        long millis = end == null ? 1 : Math.max(1, Duration.between(running.startedAt, end).toMillis());
        return read * 1000 / millis;
    }
}
