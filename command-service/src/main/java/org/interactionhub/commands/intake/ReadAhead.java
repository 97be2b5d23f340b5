package org.interactionhub.commands.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Appends on a thread of its own what another thread reads: while one portion is appended the next is read, and one may
 * lie ready between them. Once a portion has failed, what was read behind it is forgotten and nothing more is appended
 * until the reader has been told.
 */
final class ReadAhead implements AutoCloseable {

    private final Consumer<Portion.Read> appending;
    private final Thread thread = Thread.ofPlatform().daemon().name("report-appender").unstarted(this::run);
    private final List<Portion.Read> durable = new ArrayList<>();
    private Portion.@Nullable Read ready;
    private @Nullable Throwable failure;
    private boolean busy;
    private boolean closed;

    /** @param appending returns when the portion is durable, or throws */
    ReadAhead(Consumer<Portion.Read> appending) {
        this.appending = appending;
    }

    static ReadAhead start(Consumer<Portion.Read> appending) {
        ReadAhead ahead = new ReadAhead(appending);
        ahead.thread.start();
        return ahead;
    }

    /** Waits until the one handed before is being appended; throws what an earlier one failed with. */
    synchronized void hand(Portion.Read next) {
        while (ready != null && failure == null) {
            pause();
        }
        complain();
        ready = next;
        notifyAll();
    }

    /** Those that became durable since this was last asked; throws what one failed with. */
    synchronized List<Portion.Read> settled() {
        complain();
        List<Portion.Read> settled = List.copyOf(durable);
        durable.clear();
        return settled;
    }

    /** Forgets what lies ready and waits for the one that is being appended; throws what it failed with. */
    synchronized void drop() {
        ready = null;
        while (busy) {
            pause();
        }
        complain();
    }

    synchronized boolean isIdle() {
        return ready == null && !busy;
    }

    /** As {@link #drop()}, and ends the thread; a failure is nobody's concern any more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            ready = null;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        for (Portion.Read next = take(); next != null; next = take()) {
            Throwable reason = null;
            try {
                appending.accept(next);
            } catch (Throwable e) { // it is the reader who decides what comes of it
                reason = e;
            }
            ended(next, reason);
        }
    }

    private synchronized Portion.@Nullable Read take() {
        while (ready == null && !closed) {
            pause();
        }
        Portion.Read next = ready;
        ready = null;
        busy = next != null;
        notifyAll();
        return next;
    }

    private synchronized void ended(Portion.Read portion, @Nullable Throwable reason) {
        busy = false;
        if (reason == null) {
            durable.add(portion);
        } else {
            failure = reason;
            ready = null;
        }
        notifyAll();
    }

    private void complain() {
        Throwable reason = failure;
        failure = null;
        switch (reason) {
            case null -> {
                // all went well
            }
            case Error error -> throw error;
            case RuntimeException known -> throw known;
            default -> throw new IllegalStateException(reason);
        }
    }

    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Intake was interrupted", e);
        }
    }
}
