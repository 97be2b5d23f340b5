package org.interactionhub.queries.replay;

import org.interactionhub.queries.history.Rebuild;
import org.jspecify.annotations.Nullable;

/** A replay of the history itself. */
public record HistoryReplay(Rebuild rebuild) implements Replayable {

    @Override
    public boolean run() throws InterruptedException {
        return rebuild.run();
    }

    @Override
    public void cancel() {
        rebuild.cancel();
    }

    @Override
    public void leave() {
        rebuild.leave();
    }

    @Override
    public @Nullable Long resumedFrom() {
        return rebuild.resumedFrom();
    }

    @Override
    public Double share(long head) {
        return rebuild.share(head);
    }

    @Override
    public long position() {
        return rebuild.position();
    }

    @Override
    public long eventsPerSecond() {
        return rebuild.eventsPerSecond();
    }

    @Override
    public String phase() {
        return rebuild.phase().value();
    }

    @Override
    public @Nullable Long etaSeconds(long head) {
        return rebuild.etaSeconds(head);
    }
}
