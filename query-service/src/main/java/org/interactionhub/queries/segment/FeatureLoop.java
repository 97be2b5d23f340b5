package org.interactionhub.queries.segment;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.interactionhub.queries.history.Progress;
import org.interactionhub.queries.metering.ProjectionMeters;
import org.interactionhub.queries.metering.Speed;
import org.interactionhub.queries.replay.Follower.Following;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the features up with the history, so that whoever asks has little left to wait for. */
final class FeatureLoop {

    private static final Logger LOG = LoggerFactory.getLogger(FeatureLoop.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Nobody waits for this loop: who asks brings the features up to date herself. */
    private static final Duration GATHERING = Duration.ofMillis(200);

    private final KnownFeatures features;
    private final Progress progress;
    private final ProjectionMeters meters;
    private final Speed speed = new Speed();
    private volatile @Nullable String trouble;

    FeatureLoop(KnownFeatures features, Progress progress, ProjectionMeters meters) {
        this.features = features;
        this.progress = progress;
        this.meters = meters;
    }

    Following following() {
        return new Following(Segments.NAME, Math.max(0, features.position()), speed.eventsPerSecond(System.nanoTime()),
                trouble);
    }

    void run(BooleanSupplier goesOn) throws InterruptedException {
        while (goesOn.getAsBoolean()) {
            follow();
        }
    }

    private void follow() throws InterruptedException {
        try {
            keepUp();
            trouble = null;
            progress.awaitBeyond(features.position(), LOOK);
            Thread.sleep(GATHERING);
        } catch (RuntimeException e) {
            meters.failed();
            trouble = "What the segments ask of clients cannot be read: the database does not answer or refuses.";
            // the history says in its own health what is wrong; whoever asks for segments meanwhile is told so
            LOG.atDebug().setCause(e).log("The features cannot be read right now.");
            Thread.sleep(LOOK);
        }
    }

    private void keepUp() {
        long before = Math.max(0, features.position());
        long begun = System.nanoTime();
        features.rows();
        long after = features.position();
        if (after > before) {
            speed.passed(Math.toIntExact(after - before), System.nanoTime());
            meters.projected(Math.toIntExact(after - before), 0, after, Duration.ofNanos(System.nanoTime() - begun));
        } else {
            meters.caughtUp(after);
        }
    }
}
