package org.interactionhub.queries.view;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.interactionhub.queries.metering.LagGauges;
import org.interactionhub.queries.replay.Follower.Following;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds views in the background: those that are missing or whose file has changed, and those that the history has left
 * behind, with a rest after each. Never gives up: what fails is told in the view's state and tried again after its rest.
 */
final class ViewKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(ViewKeeper.class);
    private static final long GLANCE_MILLIS = 1000;

    private final ViewFiles files;
    private final ViewsTable table;
    private final Workshop workshop;
    private final LongSupplier shown;
    private final LagGauges lags;
    private final Clock clock;
    private final Map<String, String> told = new HashMap<>();
    private volatile List<Following> following = List.of();
    private @Nullable Set<String> seen;
    private boolean isPrepared;
    private boolean isAway;
    private boolean isUnreadable;

    /** @param lags told how far each view is */
    ViewKeeper(ViewFiles files, ViewsTable table, Workshop workshop, LongSupplier shown, LagGauges lags, Clock clock) {
        this.files = files;
        this.table = table;
        this.workshop = workshop;
        this.shown = shown;
        this.lags = lags;
        this.clock = clock;
    }

    void run(BooleanSupplier goesOn) throws InterruptedException {
        if (!files.isThere()) {
            LOG.atWarn().addKeyValue("directory", files.directory().toAbsolutePath())
                    .log("There is no directory of views, so there are none; HUB_VIEWS names it.");
        }
        while (goesOn.getAsBoolean()) {
            glance(goesOn);
            Thread.sleep(GLANCE_MILLIS);
        }
    }

    /** How far the views were at the last look. */
    List<Following> following() {
        return following;
    }

    /** A build waits for PostgreSQL, which no interrupt ends. */
    void cancel() {
        files.all().forEach(file -> workshop.underWay(file.name()).ifPresent(ViewBuild::cancel));
    }

    void glance(BooleanSupplier goesOn) throws InterruptedException {
        try {
            if (!isPrepared) { // first of all: until then whoever asks for a view meets a table that is not there
                table.prepare();
                isPrepared = true;
            }
            keep(files.read(), goesOn);
            isAway = false;
            isUnreadable = false;
        } catch (IOException e) {
            if (!isUnreadable) {
                LOG.atWarn().setCause(e).addKeyValue("directory", files.directory().toAbsolutePath())
                        .log("The directory of the views cannot be read; what was built of them stays as it is.");
            }
            isUnreadable = true;
        } catch (RuntimeException e) {
            // while the history is made for the first time, or the database is away
            if (!isAway) {
                LOG.atInfo().addKeyValue("failure", e.getMessage()).log("The views wait for the history.");
            }
            isAway = true;
            isPrepared = false;
        }
    }

    private void keep(List<ViewFile> all, BooleanSupplier goesOn) throws InterruptedException {
        long position = shown.getAsLong();
        forgetMissing(all);
        tellBroken(all);
        Map<String, Built> built = look(all);
        for (ViewFile file : all) {
            if (goesOn.getAsBoolean() && file instanceof ViewFile.Sound sound
                    && isDue(sound.view(), built.get(file.name()), position)) {
                build(sound.view());
                look(all);
            }
        }
    }

    /** What is missing twice in a row; an editor may replace a file by taking it away and writing it anew. */
    private void forgetMissing(List<ViewFile> all) {
        Set<String> now = all.stream().map(ViewFile::name).collect(Collectors.toSet());
        if (seen != null && files.isThere()) {
            Set<String> kept = new HashSet<>(seen);
            kept.addAll(now);
            table.forgetAllBut(kept);
        }
        seen = now;
    }

    private Map<String, Built> look(List<ViewFile> all) {
        Map<String, Built> built = table.all();
        following = all.stream().map(file -> following(file, built.get(file.name()))).toList();
        lags.at(following.stream().collect(Collectors.toMap(Following::name, Following::position)));
        return built;
    }

    private Following following(ViewFile file, @Nullable Built built) {
        String trouble = switch (file) {
            case ViewFile.Broken broken -> broken.sentence();
            case ViewFile.Sound sound -> workshop.trouble(sound.name()).orElse(null);
        };
        return new Following(file.name(), built == null ? 0 : built.position(), null, trouble);
    }

    private void build(ViewDefinition view) throws InterruptedException {
        try {
            workshop.build(view).run();
        } catch (RuntimeException e) {
            LOG.atDebug().setCause(e).addKeyValue("view", view.name()).log("The view's state tells why.");
        }
    }

    private boolean isDue(ViewDefinition view, @Nullable Built built, long position) {
        String fingerprint = workshop.fingerprint(view);
        Optional<Workshop.Attempt> last = workshop.last(view.name());
        Built current = built != null && built.fingerprint().equals(fingerprint) ? built : null;
        if (current != null && current.position() >= position) {
            return false;
        }
        if (current != null && current.position() == 0 && workshop.trouble(view.name()).isEmpty()) {
            return true; // it was built of nothing, which cost nothing
        }
        Instant now = clock.instant();
        if (last.isPresent() && last.get().fingerprint().equals(fingerprint)) {
            return Rest.isOver(last.get().endedAt(), last.get().millis(), now);
        }
        return current == null || Rest.isOver(current.at(), current.millis(), now);
    }

    private void tellBroken(List<ViewFile> all) {
        for (ViewFile file : all) {
            String sentence = file instanceof ViewFile.Broken broken ? broken.sentence() : "";
            if (!sentence.equals(told.put(file.name(), sentence)) && !sentence.isEmpty()) {
                LOG.atWarn().addKeyValue("view", file.name()).addKeyValue("says", sentence)
                        .log("The file of a view cannot be used.");
            }
        }
    }
}
