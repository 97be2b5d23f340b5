package org.interactionhub.queries.likeness;

import java.util.List;
import javax.sql.DataSource;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.history.Progress;
import org.interactionhub.queries.loop.Loop;
import org.interactionhub.queries.metering.ProjectionMeters;
import org.interactionhub.queries.replay.Follower;
import org.interactionhub.queries.replay.Projection;
import org.interactionhub.readers.matching.Likeness;
import org.springframework.context.SmartLifecycle;

/**
 * The door of this room. Others read {@code likeness.pair} beside the history, which says who of them was told apart or
 * is one by now.
 */
public final class Likenesses implements Follower {

    /** Its name among the processors and replays. */
    public static final String NAME = "likeness";

    private final LikenessKeeper keeper;
    private final LikenessLoop loop;

    /** @param progress of the history */
    public Likenesses(DataSource database, Progress progress, ProjectionMeters meters) {
        keeper = new LikenessKeeper(database);
        loop = new LikenessLoop(keeper, progress, meters);
    }

    /** Keeps the pairs up with the history. */
    public SmartLifecycle loop() {
        return new Loop(NAME, loop::run);
    }

    @Override
    public List<Following> following() {
        return List.of(loop.following());
    }

    /** The last event that the pairs hold, as far as this process knows. */
    public long position() {
        return loop.following().position();
    }

    /** What builds all pairs anew. */
    public Projection projection() {
        return new Projection(NAME, () -> new LikenessBuild(keeper));
    }

    /**
     * How much two clients resemble each other, be it ever so little; nothing speaks for or against it as long as one of
     * them is not described.
     *
     * @param client as whom she counts
     * @param other  likewise
     */
    public Likeness between(ClientId client, ClientId other) {
        return keeper.between(client.value(), other.value());
    }

    /** Makes the tables that others read, unless they are there. */
    public void prepare() {
        keeper.prepare();
    }

    /** Takes in the rest of the history at once. */
    public void catchUp() {
        keeper.catchUp();
    }
}
