package org.interactionhub.queries.view;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.interactionhub.door.Refusal;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.queries.loop.Loop;
import org.interactionhub.queries.metering.LagGauges;
import org.interactionhub.queries.reading.Cursor;
import org.interactionhub.queries.replay.Follower;
import org.interactionhub.queries.replay.Projection;
import org.interactionhub.queries.view.ViewState.Building;
import org.interactionhub.queries.view.ViewState.Standing;
import org.interactionhub.queries.view.ViewState.State;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Answers which analysts' views there are and what stands in them. */
public final class Views implements Follower {

    public static final int DEFAULT = 100;
    public static final int MOST = 1000;

    private final ViewFiles files;
    private final ViewsTable table;
    private final Workshop workshop;
    private final EventLog log;
    private final ViewKeeper keeper;

    /**
     * @param database as {@code hub_query}
     * @param directory of the views' files
     * @param zone in which months and days of the views begin
     * @param shown the last event that the history holds
     */
    public Views(DataSource database, Path directory, ZoneId zone, EventLog log, LongSupplier shown, Clock clock,
            MeterRegistry meters) {
        files = new ViewFiles(directory);
        table = new ViewsTable(database);
        workshop = new Workshop(database, zone, clock, meters);
        this.log = log;
        keeper = new ViewKeeper(files, table, workshop, shown,
                new LagGauges("hub.view.lag.seconds",
                        "Age of the first event that an analysts' view does not hold, 0 if none",
                        "view", meters, log, clock),
                clock);
    }

    /** Builds what is missing, and keeps the rest fresh; to be started and stopped. */
    public SmartLifecycle keeper() {
        return new Loop("views", keeper::run, keeper::cancel);
    }

    /** What {@code ./hub replay} and {@code POST /api/replays} may name. */
    public List<Projection> projections() {
        return files.all().stream().filter(ViewFile.Sound.class::isInstance).map(ViewFile.Sound.class::cast)
                .map(sound -> new Projection(sound.name(), () -> workshop.build(sound.view()))).toList();
    }

    @Override
    public List<Following> following() {
        return keeper.following();
    }

    /** What the views are called, by name, broken ones included; told by the files alone. */
    public SequencedMap<String, Said> titles() {
        SequencedMap<String, Said> titles = new LinkedHashMap<>();
        files.all().forEach(file -> titles.put(file.name(), title(file)));
        return titles;
    }

    /** By name, broken ones included. */
    public List<ViewState> all() {
        Map<String, Built> built = table.all();
        long last = log.head();
        return files.all().stream().map(file -> state(file, built.get(file.name()), last)).toList();
    }

    public Optional<ViewState> find(String name) {
        return all().stream().filter(view -> view.name().equals(name)).findFirst();
    }

    /**
     * Rows of a view.
     *
     * @param limit at least 1
     * @param after the {@code next} of the part before, null for the first
     * @throws Refusal 404 if there is no such view, 409 if it has not been built yet, or was built again between two
     *             parts
     */
    public ViewRows rows(String name, Order order, int limit, @Nullable String after) {
        ViewFile file = file(name);
        return table.held(name, built -> rows(name, built, order, limit, after)).orElseThrow(() -> notYet(file));
    }

    private ViewRows rows(String name, Built built, Order order, int limit, @Nullable String after) {
        long offset = after == null ? 0 : offset(after, built);
        List<Map<String, @Nullable Object>> rows = table.rows(name, built.face(), order, offset, limit);
        long end = offset + rows.size();
        return new ViewRows(rows, end < built.rows() ? Cursor.of(built.at().toEpochMilli(), end).text() : null,
                built.position(), built.at(), built.face());
    }

    /**
     * All rows of a view; to be closed.
     *
     * @param mark in front of everything
     * @throws Refusal 404 if there is no such view, 409 if it has not been built yet
     */
    CsvFile csv(String name, String mark) throws IOException {
        ViewFile file = file(name);
        return CsvFile.of(name, table, mark, () -> notYet(file));
    }

    private static long offset(String after, Built built) {
        Cursor cursor = Cursor.parse(after, 2);
        if (cursor.number(0) != built.at().toEpochMilli()) {
            throw Refusal
                    .conflict("The view was built again since the part before was read; begin anew, without 'after'.");
        }
        return Math.max(0, cursor.number(1));
    }

    private ViewFile file(String name) {
        return files.all().stream().filter(file -> file.name().equals(name)).findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private Refusal unknown(String name) {
        List<String> names = files.all().stream().map(ViewFile::name).toList();
        return Refusal.notFound("There is no view '" + name + "'; there "
                + (names.isEmpty() ? "is none" : "is '" + String.join("', '", names) + "'") + ".");
    }

    private Refusal notYet(ViewFile file) {
        return Refusal.conflict(switch (file) {
            case ViewFile.Broken broken -> "The file of view '" + broken.name() + "' cannot be used: "
                    + broken.sentence();
            case ViewFile.Sound sound -> workshop.trouble(sound.name())
                    .map(trouble -> "The view could not be built yet: " + trouble)
                    .orElse("The view is being built for the first time. Ask again in a moment.");
        });
    }

    private static Said title(ViewFile file) {
        return switch (file) {
            case ViewFile.Broken broken -> new Said(broken.name(), broken.name());
            case ViewFile.Sound sound -> sound.view().title();
        };
    }

    private ViewState state(ViewFile file, @Nullable Built built, long last) {
        Building building = workshop.underWay(file.name()).map(build -> new Building(build.phase(), build.rows()))
                .orElse(null);
        return switch (file) {
            case ViewFile.Broken broken -> state(broken.name(),
                    built == null ? nameless(broken) : built.face(), broken.text(), built, State.BROKEN, last, building,
                    broken.sentence());
            case ViewFile.Sound sound -> {
                String trouble = workshop.trouble(sound.name()).orElse(null);
                State unbuilt = building != null ? State.BUILDING : trouble != null ? State.BROKEN : State.WAITING;
                Face face = sound.view().face();
                yield state(sound.name(), built == null ? face : built.face().called(face), sound.view().sql(), built,
                        unbuilt, last, building, trouble);
            }
        };
    }

    /** @param unbuilt how it stands if nothing is shown of it */
    private static ViewState state(String name, Face face, String sql, @Nullable Built built, State unbuilt, long last,
            @Nullable Building building, @Nullable String trouble) {
        Standing standing = built == null
                ? null
                : new Standing(built.position(), Math.max(0, last - built.position()), built.at(), built.rows(),
                        built.millis());
        return new ViewState(name, face.title(), face.about(), face.key(), face.columns(), face.chart(), sql,
                built == null ? unbuilt : State.BUILT, standing, building, trouble);
    }

    private static Face nameless(ViewFile.Broken broken) {
        return new Face(title(broken), new Said("", ""), List.of(), List.of(), null);
    }
}
