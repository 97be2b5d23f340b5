package org.interactionhub.queries.segment;

import java.time.Duration;
import org.interactionhub.queries.history.Progress;
import org.interactionhub.queries.metering.ProjectionMeters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps the features up with the history, so that whoever asks has little left to wait for. */
final class FeatureLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FeatureLoop.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final KnownFeatures features;
    private final Progress progress;
    private final ProjectionMeters meters;
    private volatile @Nullable Thread thread;

    FeatureLoop(KnownFeatures features, Progress progress, ProjectionMeters meters) {
        this.features = features;
        this.progress = progress;
        this.meters = meters;
    }

    @Override
    public void start() {
        Thread starting = Thread.ofPlatform().name("segments").unstarted(this::run);
        thread = starting; // before it runs: it ends when it finds itself forgotten
        starting.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            while (isRunning()) {
                follow();
            }
        } catch (InterruptedException e) {
            LOG.debug("The segments were told to stop.");
        }
    }

    private void follow() throws InterruptedException {
        try {
            keepUp();
            progress.awaitBeyond(features.position(), LOOK);
        } catch (RuntimeException e) {
            meters.failed();
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
            meters.projected(Math.toIntExact(after - before), 0, after, Duration.ofNanos(System.nanoTime() - begun));
        } else {
            meters.caughtUp(after);
        }
    }
}
