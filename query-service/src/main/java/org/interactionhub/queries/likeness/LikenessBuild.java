package org.interactionhub.queries.likeness;

import java.util.Locale;
import org.interactionhub.queries.likeness.LikenessKeeper.Phase;
import org.interactionhub.queries.likeness.LikenessKeeper.Watch;
import org.interactionhub.queries.replay.Replayable;

/** A building anew of all pairs, asked for by somebody. */
final class LikenessBuild implements Replayable, Watch {

    /** Describing costs about as much as comparing. */
    private static final double SHARE_OF_DESCRIBING = 0.5;

    private final LikenessKeeper keeper;
    private volatile Phase phase = Phase.WAITING;
    private volatile double share;
    private volatile long position;
    private volatile boolean cancelled;

    LikenessBuild(LikenessKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public boolean run() {
        if (!keeper.build(this)) {
            return false;
        }
        position = keeper.position();
        share = 1;
        phase = Phase.DONE;
        return true;
    }

    @Override
    public boolean goesOn(Phase now, long clients, long of) {
        phase = now;
        double part = (double) clients / Math.max(1, of);
        share = now == Phase.DESCRIBING
                ? SHARE_OF_DESCRIBING * part
                : SHARE_OF_DESCRIBING + (1 - SHARE_OF_DESCRIBING) * part;
        return !cancelled;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public Double share(long head) {
        return Math.min(1, share);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long eventsPerSecond() {
        return 0;
    }

    @Override
    public String phase() {
        return phase.name().toLowerCase(Locale.ROOT);
    }
}
