package org.interactionhub.queries.view;

import io.micrometer.core.instrument.MeterRegistry;
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
import org.interactionhub.queries.loop.Loop;
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
    private static final int TRIES = 3;

    private final ViewFiles files;
    private final ViewsTable table;
    private final Workshop workshop;
    private final LongSupplier head;
    private final ViewKeeper keeper;

    /**
     * @param database as {@code hub_query}
     * @param directory of the views' files
     * @param zone in which months and days of the views begin
     * @param head the last event of the log
     * @param shown the last event that the history holds
     */
    public Views(DataSource database, Path directory, ZoneId zone, LongSupplier head, LongSupplier shown,
            Clock clock, MeterRegistry meters) {
        files = new ViewFiles(directory);
        table = new ViewsTable(database);
        workshop = new Workshop(database, zone, clock, meters);
        this.head = head;
        keeper = new ViewKeeper(files, table, workshop, shown, clock);
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
        long last = head.getAsLong();
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
        ViewDefinition view = definition(name);
        for (int i = 0; i < TRIES; i++) {
            Built built = table.find(name).orElseThrow(() -> notYet(name));
            long offset = after == null ? 0 : offset(after, built);
            List<Map<String, @Nullable Object>> rows = table.rows(view, order, offset, limit);
            if (table.find(name).filter(built::equals).isPresent()) {
                long end = offset + rows.size();
                return new ViewRows(rows, end < built.rows() ? Cursor.of(built.at().toEpochMilli(), end).text() : null,
                        built.position(), built.at());
            }
        }
        throw Refusal.conflict("The view was built again while it was read. Ask again.");
    }

    private static long offset(String after, Built built) {
        Cursor cursor = Cursor.parse(after, 2);
        if (cursor.number(0) != built.at().toEpochMilli()) {
            throw Refusal
                    .conflict("The view was built again since the part before was read; begin anew, without 'after'.");
        }
        return Math.max(0, cursor.number(1));
    }

    private ViewDefinition definition(String name) {
        return files.all().stream().filter(file -> file.name().equals(name)).findFirst()
                .map(file -> switch (file) {
                    case ViewFile.Sound sound -> sound.view();
                    case ViewFile.Broken broken -> throw Refusal.conflict("The file of view '" + name
                            + "' cannot be used: " + broken.sentence());
                }).orElseThrow(() -> unknown(name));
    }

    private Refusal unknown(String name) {
        List<String> names = files.all().stream().map(ViewFile::name).toList();
        return Refusal.notFound("There is no view '" + name + "'; there "
                + (names.isEmpty() ? "is none" : "is '" + String.join("', '", names) + "'") + ".");
    }

    private Refusal notYet(String name) {
        return Refusal.conflict(workshop.last(name).flatMap(Workshop.Attempt::trouble)
                .map(trouble -> "The view could not be built yet: " + trouble)
                .orElse("The view is being built for the first time. Ask again in a moment."));
    }

    private static Said title(ViewFile file) {
        return switch (file) {
            case ViewFile.Broken broken -> new Said(broken.name(), broken.name());
            case ViewFile.Sound sound -> sound.view().title();
        };
    }

    private ViewState state(ViewFile file, @Nullable Built built, long last) {
        return switch (file) {
            case ViewFile.Broken broken -> new ViewState(broken.name(), title(broken),
                    new Said("", ""), List.of(), List.of(), null, broken.text(), State.BROKEN, null, null,
                    broken.sentence());
            case ViewFile.Sound sound -> state(sound.view(), built, last);
        };
    }

    private ViewState state(ViewDefinition view, @Nullable Built built, long last) {
        Building building = workshop.underWay(view.name()).map(build -> new Building(build.phase(), build.rows()))
                .orElse(null);
        String trouble = workshop.last(view.name()).flatMap(Workshop.Attempt::trouble).orElse(null);
        State state = built != null
                ? State.BUILT
                : building != null ? State.BUILDING : trouble != null ? State.BROKEN : State.WAITING;
        Standing standing = built == null
                ? null
                : new Standing(built.position(), Math.max(0, last - built.position()), built.at(), built.rows(),
                        built.millis());
        return new ViewState(view.name(), view.title(), view.about(), view.key(), view.columns(), view.chart(),
                view.sql(), state, standing, building, trouble);
    }
}
