package org.interactionhub.queries.likeness;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.interactionhub.queries.history.Progress;
import org.interactionhub.queries.metering.ProjectionMeters;
import org.interactionhub.queries.metering.Speed;
import org.interactionhub.queries.replay.Follower.Following;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the pairs up with the history. */
final class LikenessLoop {

    private static final Logger LOG = LoggerFactory.getLogger(LikenessLoop.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Whoever is told of two that may be one can wait that long. */
    private static final Duration GATHERING = Duration.ofMillis(500);

    private final LikenessKeeper keeper;
    private final Progress progress;
    private final ProjectionMeters meters;
    private final Speed speed = new Speed();
    private volatile long position;
    private volatile @Nullable String trouble;
    private boolean isPrepared;

    LikenessLoop(LikenessKeeper keeper, Progress progress, ProjectionMeters meters) {
        this.keeper = keeper;
        this.progress = progress;
        this.meters = meters;
    }

    Following following() {
        return new Following(Likenesses.NAME, position, speed.eventsPerSecond(System.nanoTime()), trouble);
    }

    void run(BooleanSupplier goesOn) throws InterruptedException {
        while (goesOn.getAsBoolean()) {
            follow(goesOn);
        }
    }

    private void follow(BooleanSupplier goesOn) throws InterruptedException {
        try {
            if (!isPrepared) { // first of all: until then whoever asks meets a table that is not there
                keeper.prepare();
                isPrepared = true;
            }
            if (!keepUp(goesOn)) {
                progress.awaitBeyond(position, LOOK);
                Thread.sleep(GATHERING);
            }
            trouble = null;
        } catch (RuntimeException e) {
            meters.failed();
            if (trouble == null) {
                LOG.atInfo().addKeyValue("failure", e.getMessage()).log("Comparing clients waits for the history.");
            }
            trouble = "Clients cannot be compared: the history is not there yet, or the database does not answer.";
            Thread.sleep(LOOK);
        }
    }

    /** @return true if something is left */
    private boolean keepUp(BooleanSupplier goesOn) {
        long before = keeper.position();
        long begun = System.nanoTime();
        boolean isMore = keeper.step((_, _, _) -> goesOn.getAsBoolean()); // a hub that stops waits for no build
        long after = keeper.position();
        if (after > before) {
            int count = Math.clamp(after - before, 0, Integer.MAX_VALUE);
            speed.passed(count, System.nanoTime());
            meters.projected(count, 0, after, Duration.ofNanos(System.nanoTime() - begun));
        } else {
            meters.caughtUp(after);
        }
        position = after;
        return isMore;
    }
}
