package org.interactionhub.queries.console.operations;

import java.time.Duration;
import java.util.List;
import org.interactionhub.queries.console.frame.Commands;
import org.interactionhub.queries.console.frame.Figures;
import org.interactionhub.queries.console.frame.Sizes;
import org.interactionhub.queries.console.frame.Stamp;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Wording;
import org.interactionhub.queries.replay.Replay;
import org.interactionhub.queries.replay.Replays;
import org.jspecify.annotations.Nullable;

/** Composes the page of replays. */
final class ReplayPages {

    private static final int WHOLE = 100;

    private final Replays replays;

    ReplayPages(Replays replays) {
        this.replays = replays;
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
     * @param percent how much of the log it holds
     * @param eta how long it takes yet, null if it is over or that cannot be told
     * @param took null while it runs
     * @param rows that a view has, in words; null if it is not a view
     * @param phase what it is at, in words; null if it has but one or is over
     * @param cancel method and address that stop it, null if it is over
     */
    record Row(String id, String projection, String title, String state, String tone, String position, String head,
            long percent, String rate, @Nullable String eta, Stamp started, @Nullable String took,
            @Nullable String reason, @Nullable String rows, @Nullable String phase, @Nullable String cancel) {}

    ReplayPage page(String origin, Visitor visitor) {
        List<Row> rows = replays.all().stream().map(replay -> row(replay, visitor)).toList();
        List<Choice> choices = replays.projections().stream()
                .map(name -> new Choice(name, title(name, visitor.words()), "{\"projection\":\"" + name + "\"}"))
                .toList();
        return new ReplayPage(rows, choices, rows.stream().anyMatch(row -> row.cancel() != null),
                Commands.replay(origin, Replays.TIMELINE));
    }

    private static Row row(Replay replay, Visitor visitor) {
        Figures figures = new Figures(visitor.words());
        boolean runs = replay.state() == Replay.State.RUNNING;
        Long eta = replay.etaSeconds();
        return new Row(replay.id().toString(), replay.projection(), title(replay.projection(), visitor.words()),
                replay.state().value(), tone(replay.state()), figures.of(replay.position()),
                figures.of(replay.head()), percent(replay), figures.perSecond(replay.eventsPerSecond()),
                eta == null ? null : Sizes.duration(eta), Stamp.of(replay.startedAt(), visitor),
                took(replay, figures), replay.reason(), rows(replay, visitor.words()),
                runs ? phase(replay, visitor.words()) : null,
                runs ? "DELETE /api/replays/" + replay.id() : null);
    }

    private static @Nullable String phase(Replay replay, Wording words) {
        String phase = replay.phase();
        return phase == null ? null : words.sayOr("replays.phase." + phase, phase);
    }

    private static @Nullable String rows(Replay replay, Wording words) {
        Long rows = replay.rows();
        return rows == null ? null : words.count("replays.rows", rows);
    }

    private static long percent(Replay replay) {
        return replay.head() == 0 ? WHOLE : replay.position() * WHOLE / replay.head();
    }

    private static @Nullable String took(Replay replay, Figures figures) {
        return replay.finishedAt() == null
                ? null
                : figures.seconds(Duration.between(replay.startedAt(), replay.finishedAt()).toMillis() / 1000.0);
    }

    private static String title(String projection, Wording words) {
        return words.sayOr("replay.projection." + projection, projection);
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
