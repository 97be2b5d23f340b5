package org.interactionhub.queries.segment;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.history.Progress;
import org.interactionhub.queries.loop.Loop;
import org.interactionhub.queries.metering.ProjectionMeters;
import org.interactionhub.queries.reading.Cursor;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.replay.Follower;
import org.interactionhub.queries.segment.Features.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** The door of this room: which segments there are, and who is in them at a moment. */
public final class Segments implements Follower {

    /** Its name among the processors. */
    public static final String NAME = "segments";

    public static final int DEFAULT = 50;
    public static final int MOST = 500;

    private final WorkingHours hours;
    private final List<Segment> shipped;
    private final FeatureTable table;
    private final KnownFeatures features;
    private final FeatureLoop loop;

    /**
     * @param answerWithin working hours within which we mean to answer
     * @param home the currency in which value is counted
     * @param progress of the history
     */
    public Segments(DataSource database, WorkingHours hours, int answerWithin, Currency home, Progress progress,
            ProjectionMeters meters) {
        this.hours = hours;
        shipped = Segment.shipped(answerWithin);
        table = new FeatureTable(database, hours.zone(), home);
        features = new KnownFeatures(table);
        loop = new FeatureLoop(features, progress, meters);
    }

    /** Keeps what is known of the clients up with the history. */
    public SmartLifecycle loop() {
        return new Loop(NAME, loop::run);
    }

    @Override
    public List<Following> following() {
        return List.of(loop.following());
    }

    /** As whom a client counts, of whom segments speak; she herself if nobody knows her. */
    public ClientId headOf(ClientId client) {
        return table.headOf(client);
    }

    /** What of this client's waits for an answer, however long; nothing if nothing does. */
    public Optional<Waiting> waiting(ClientId client) {
        return Optional.ofNullable(features.rows().get(client)).map(Features::waiting);
    }

    public List<Segment> all() {
        return shipped;
    }

    /** @throws Refusal 404 naming the known ones, if there is none of this name */
    public Segment named(String name) {
        return find(name, Refusal.notFound(unknown(name)));
    }

    /** @throws Refusal 400 naming the known ones, if there is none of this name */
    public Segment chosen(String name) {
        return find(name, Refusal.badRequest(unknown(name)));
    }

    /** All clients at this moment, as new as the history is now. */
    public Standing at(Instant moment) {
        return new Standing(features.rows(), moment, hours);
    }

    /**
     * @param limit 1 to {@link #MOST}
     * @param after the {@code next} of the page before, null for the first
     */
    public static Page<Subject> page(Segment segment, Standing standing, int limit, @Nullable String after) {
        List<Subject> members = standing.members(segment);
        List<Subject> left = (after == null ? members.stream() : behind(Cursor.parse(after, 2), segment, members))
                .limit(limit + 1L).toList();
        List<Subject> shown = left.subList(0, Math.min(limit, left.size()));
        return new Page<>(shown, left.size() > shown.size() ? cursor(segment, shown.getLast()) : null);
    }

    private static Stream<Subject> behind(Cursor cursor, Segment segment, List<Subject> members) {
        long place = cursor.number(0);
        UUID last = cursor.uuid(1);
        return members.stream().filter(member -> {
            int order = Long.compare(segment.place(member), place);
            return order > 0 || order == 0 && member.features().client().value().compareTo(last) > 0;
        });
    }

    private static String cursor(Segment segment, Subject last) {
        return Cursor.of(segment.place(last), last.features().client()).text();
    }

    private Segment find(String name, Refusal otherwise) {
        return shipped.stream().filter(segment -> segment.name().equals(name)).findFirst().orElseThrow(() -> otherwise);
    }

    private String unknown(String name) {
        return "There is no segment '" + name + "'; known are "
                + shipped.stream().map(Segment::name).collect(Collectors.joining(", ")) + ".";
    }
}
