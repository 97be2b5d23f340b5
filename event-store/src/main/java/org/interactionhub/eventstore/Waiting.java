package org.interactionhub.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A caller that waits for the writer. */
final class Waiting {

    private final Work work;
    private final long since = System.nanoTime();
    private final CompletableFuture<List<Outcome>> done = new CompletableFuture<>();
    private final AtomicBoolean taken = new AtomicBoolean();

    Waiting(Work work) {
        this.work = work;
    }

    Work work() {
        return work;
    }

    /** How long it has waited. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** True for the first who asks: the writer who begins with it, or the caller who withdraws it. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    void succeed(List<Outcome> outcomes) {
        done.complete(outcomes);
    }

    void fail(Throwable reason) {
        done.completeExceptionally(reason);
    }

    List<Outcome> await() {
        try {
            return done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppendFailed(take()
                    ? "Interrupted before it began: nothing was written."
                    : "Interrupted while it was under way: it may be written or not.", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        }
    }

    private static RuntimeException failure(Throwable reason) {
        return switch (reason) {
            case OffsetsFenced fenced -> new OffsetsFenced(String.valueOf(fenced.getMessage()));
            case AppendFailed failed -> failed;
            default -> new AppendFailed("The append failed: " + reason, reason);
        };
    }
}
