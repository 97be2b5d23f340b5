package org.interactionhub.queries.console.operations;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.interactionhub.queries.console.frame.Commands;
import org.interactionhub.queries.console.frame.Figures;
import org.interactionhub.queries.console.frame.Sizes;
import org.interactionhub.queries.console.frame.Stamp;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Wording;
import org.interactionhub.queries.replay.Replay;
import org.interactionhub.queries.replay.Replays;
import org.interactionhub.queries.view.Said;
import org.jspecify.annotations.Nullable;

/** Composes the page of replays. */
final class ReplayPages {

    private static final int WHOLE = 100;
    private static final String GROUP = "replay.projection.";

    private final Replays replays;
    private final Supplier<? extends Map<String, Said>> views;

    /** @param views titles by name */
    ReplayPages(Replays replays, Supplier<? extends Map<String, Said>> views) {
        this.replays = replays;
        this.views = views;
    }

    /**
     * What runs, what ran, and what can be started.
     *
     * @param command a line that starts one
     */
    record ReplayPage(List<Row> rows, List<Choice> choices, boolean running, String command) {}

    /**
     * Something that can be replayed.
     *
     * @param wanted what to send to start it
     */
    record Choice(String projection, String title, String wanted) {}

    /**
     * A replay.
     *
     * @param file the name of a view beside its title, else empty
     * @param percent how much of the whole work is done, null if that cannot be told or it is over
     * @param at how far it is, in words; empty if there is nothing to say
     * @param rate empty if it does not go event by event
     * @param eta how long it takes yet, null if it is over or that cannot be told
     * @param took null while it runs
     * @param phase what it is at, in words; null if it has but one or is over
     * @param resumed where it went on, in words; null if it began anew
     * @param cancel method and address that stop it, null if it is over
     */
    record Row(String id, String title, String file, String state, String tone, @Nullable Long percent, String at,
            String rate, @Nullable String eta, Stamp started, @Nullable String took, @Nullable String reason,
            @Nullable String phase, @Nullable String resumed,
            @Nullable String cancel) {

        /** Changes when it looks different. */
        public String version() {
            return Integer.toHexString(hashCode());
        }
    }

    ReplayPage page(String origin, Visitor visitor) {
        Names names = new Names(views.get(), visitor.words());
        List<Row> rows = replays.all().stream().map(replay -> row(replay, names, visitor)).toList();
        List<Choice> choices = replays.projections().stream()
                .map(name -> new Choice(name, names.title(GROUP, name), "{\"projection\":\"" + name + "\"}"))
                .toList();
        return new ReplayPage(rows, choices, rows.stream().anyMatch(row -> row.cancel() != null),
                Commands.replay(origin, Replays.TIMELINE));
    }

    private static Row row(Replay replay, Names names, Visitor visitor) {
        Figures figures = new Figures(visitor.words());
        boolean runs = replay.state() == Replay.State.RUNNING;
        boolean byEvents = replay.rows() == null;
        Long eta = replay.etaSeconds();
        return new Row(replay.id().toString(), names.title(GROUP, replay.projection()),
                names.file(replay.projection()), replay.state().value(), tone(replay.state()),
                percent(replay),
                byEvents
                        ? visitor.words().say("replays.at", figures.of(replay.position()), figures.of(replay.head()))
                        : view(replay, figures, visitor.words()),
                byEvents ? figures.perSecond(replay.eventsPerSecond()) : "",
                eta == null ? null : Sizes.duration(eta), Stamp.of(replay.startedAt(), visitor),
                took(replay, figures), replay.reason(), runs ? phase(replay, visitor.words()) : null,
                resumed(replay, figures, visitor.words()),
                runs ? "DELETE /api/replays/" + replay.id() : null);
    }

    private static @Nullable String phase(Replay replay, Wording words) {
        String phase = replay.phase();
        return phase == null ? null : words.sayOr("replays.phase." + phase, phase);
    }

    /** A view is read in one piece: how much of it is done, nobody knows; that something is, its rows tell. */
    private static String view(Replay replay, Figures figures, Wording words) {
        long count = Objects.requireNonNullElse(replay.rows(), 0L);
        String rows = words.count("replays.rows", count);
        return switch (replay.state()) {
            case RUNNING -> count == 0 ? "" : rows;
            case DONE -> words.say("replays.asof", figures.of(replay.position())) + " · " + rows;
            case CANCELLED, FAILED -> "";
        };
    }

    private static @Nullable String resumed(Replay replay, Figures figures, Wording words) {
        Long position = replay.resumedFrom();
        return position == null ? null : words.say("replays.resumed", figures.of(position));
    }

    private static @Nullable Long percent(Replay replay) {
        Double share = replay.share();
        return share == null ? null : (Long) (long) Math.floor(share * WHOLE);
    }

    private static @Nullable String took(Replay replay, Figures figures) {
        return replay.finishedAt() == null
                ? null
                : figures.seconds(Duration.between(replay.startedAt(), replay.finishedAt()).toMillis() / 1000.0);
    }

    private static String tone(Replay.State state) {
        return switch (state) {
            case RUNNING -> "client";
            case DONE -> "good";
            case CANCELLED -> "";
            case FAILED -> "bad";
        };
    }
}
